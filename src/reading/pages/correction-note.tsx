import type { CorrectionView } from '../../articles/corrections/correction-view.ts';
import { comparePath } from '../../articles/revisions/history-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { paths } from '../../web/ui/site-paths.ts';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';

type NoteProps = { publication: PublicationView; correction: CorrectionView; articlePath: string };

/** Corrections of one prominence, each in its box. */
export function CorrectionBoxes(props: {
  publication: PublicationView;
  article: { path: string; corrections: CorrectionView[] };
  prominence: 'top' | 'foot';
}) {
  const { publication, article, prominence } = props;
  const { corrections: say } = wordingFor(publication.locale);
  return (
    <>
      {article.corrections
        .filter((correction) => correction.prominence === prominence)
        .map((correction) => (
          <section
            class="box correction"
            id={`correction-${correction.number}`}
            aria-labelledby={`c${correction.number}`}
          >
            <h2 id={`c${correction.number}`}>
              {say.kinds[correction.kind]}, <Time at={correction.at} style={publication} />
            </h2>
            <CorrectionNote publication={publication} correction={correction} articlePath={article.path} />
          </section>
        ))}
    </>
  );
}

/** What it said, what it says now and why, in one paragraph that ends with the way to more. */
export function CorrectionNote({ publication, correction, articlePath }: NoteProps) {
  const { corrections: say } = wordingFor(publication.locale);
  const { withdrawn, changedAt, why } = correction;
  return (
    <p>
      {withdrawn ? (
        <>
          {say.withdrawn} <Time at={changedAt ?? correction.at} style={publication} />.{' '}
        </>
      ) : (
        <Words locale={publication.locale} correction={correction} />
      )}
      {say.ended(why)}{' '}
      {!withdrawn && changedAt !== null && (
        <>
          {say.changed} <Time at={changedAt} style={publication} />.{' '}
        </>
      )}
      <More publication={publication} correction={correction} articlePath={articlePath} />
    </p>
  );
}

function Words({ locale, correction: { was, now } }: { locale: string; correction: CorrectionView }) {
  const { corrections: say } = wordingFor(locale);
  if (was === '') return <>{say.ended(now)} </>;
  return (
    <>
      {say.said} <del>{say.quoted(was)}</del> {say.nowSays} <ins>{say.quoted(now)}</ins>{' '}
    </>
  );
}

/** To the two versions where the words were mended in one; else to all corrections. */
function More({ publication, correction, articlePath }: NoteProps) {
  const { corrections: say } = wordingFor(publication.locale);
  const { revision } = correction;
  if (revision === null || revision < 2) return <a href={paths.corrections}>{say.allCorrections}</a>;
  return <a href={comparePath(articlePath, { from: revision - 1, to: revision })}>{say.bothVersions}</a>;
}
