import type { ListedCorrection } from '../../articles/corrections/correction-view.ts';
import { correctionPlace } from '../../articles/corrections/correction-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { inLanguage } from '../../web/ui/direction.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { Pager } from '../../web/ui/pager.tsx';
import { correctionsPath, paths } from '../../web/ui/site-paths.ts';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { CorrectionNote } from './correction-note.tsx';
import { PlainHead } from './plain-head.tsx';

export type CorrectionsPageProps = {
  publication: PublicationView;
  corrections: ListedCorrection[];
  total: number;
  page: number;
  pages: number;
};

/** Every correction, newest first, with how its note read before where that was changed. */
export function CorrectionsPage({ publication, corrections, total, page, pages }: CorrectionsPageProps) {
  const { corrections: say } = wordingFor(publication.locale);
  return (
    <PublicPage
      publication={publication}
      title={page === 1 ? say.heading : say.pageTitle(page)}
      description={say.intro}
      canonicalPath={correctionsPath(page)}
      feeds={[
        { href: paths.correctionsFeed, title: say.feed, type: 'rss+xml' },
        { href: paths.correctionsAtom, title: say.feed, type: 'atom+xml' },
        { href: paths.correctionsJson, title: say.feed, type: 'feed+json' },
      ]}
      path={paths.corrections}
    >
      <PlainHead heading={say.heading}>
        <p>{say.intro}</p>
        <p class="quiet">
          {total === 0 ? say.none : say.count(total)} <a href={paths.correctionsFeed}>{say.feed}</a>,{' '}
          <a href={paths.correctionsAtom}>Atom</a>, <a href={paths.correctionsJson}>JSON</a>
        </p>
      </PlainHead>
      <div class="stack">
        {corrections.map((correction) => (
          <Item publication={publication} correction={correction} />
        ))}
      </div>
      <Pager
        locale={publication.locale}
        page={page}
        pages={pages}
        path={correctionsPath}
        older={say.older}
        newer={say.newer}
      />
    </PublicPage>
  );
}

function Item({ publication, correction }: { publication: PublicationView; correction: ListedCorrection }) {
  const { corrections: say } = wordingFor(publication.locale);
  const { article, number, kind, at, earlier } = correction;
  return (
    <article class="story dated">
      <p class="meta day">
        <Time at={at} style={publication} />
      </p>
      <div class="noted">
        <h2>
          {say.kinds[kind]}:{' '}
          <a href={correctionPlace(article.path, number)} {...inLanguage(publication, article)}>
            {article.title}
          </a>
        </h2>
        <CorrectionNote publication={publication} correction={correction} articlePath={article.path} />
        {earlier.length > 0 && (
          <details>
            <summary>{say.earlier}</summary>
            {earlier.map((note) => (
              <p>
                {say.until} <Time at={note.at} style={publication} />:{' '}
                {note.was !== '' && `${say.said} ${say.quoted(note.was)} ${say.nowSays} `}
                {note.was === '' ? say.ended(note.now) : say.quoted(note.now)} {say.ended(note.why)}
              </p>
            ))}
          </details>
        )}
      </div>
    </article>
  );
}
