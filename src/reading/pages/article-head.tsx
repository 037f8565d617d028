import type { ArticleView } from '../../articles/article-view.ts';
import { correctionPlace } from '../../articles/corrections/correction-view.ts';
import { historyPath } from '../../articles/revisions/history-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { inLanguage } from '../../web/ui/direction.ts';
import { Listed } from '../../web/ui/listed.tsx';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { SeriesPlaceLine } from './series-box.tsx';

/** Headline and standfirst. */
export function ArticleHead({
  publication,
  article,
}: {
  publication: PublicationView;
  article: ArticleView;
}) {
  const own = inLanguage(publication, article);
  return (
    <header class="head ed">
      <h1 class="p-name" {...own}>
        {article.title}
      </h1>
      {article.standfirst && (
        <p class="standfirst p-summary" {...own}>
          {article.standfirst}
        </p>
      )}
    </header>
  );
}

/** Over a later page of responses: the headline leads to the article. */
export function LinkedHead({ publication, article }: { publication: PublicationView; article: ArticleView }) {
  return (
    <header class="head ed">
      <h1 class="p-name" {...inLanguage(publication, article)}>
        <a href={article.path}>{article.title}</a>
      </h1>
      <Byline publication={publication} article={article} />
    </header>
  );
}

/** Byline and dateline: in the margin on wide screens. */
export function Byline({ publication, article }: { publication: PublicationView; article: ArticleView }) {
  const wording = wordingFor(publication.locale);
  return (
    <section class="by sans">
      {article.authors.length > 0 && <Authors publication={publication} article={article} />}
      <Guests publication={publication} article={article} />
      <SeriesPlaceLine publication={publication} article={article} />
      <Dateline publication={publication} article={article} />
      {article.revised && (
        <p>
          <a href={historyPath(article.path)}>
            {wording.article.revised} <Time class="dt-updated" at={article.updatedAt} style={publication} />
          </a>
        </p>
      )}
      <Corrected publication={publication} article={article} />
      {!article.native && (article.authors.length > 0 || article.dated !== null) && (
        <p>{wording.article.fromArchive}</p>
      )}
      <p>
        <a href="#responses">{wording.responses(article.counts.published)}</a>
      </p>
    </section>
  );
}

/** When it was last corrected, leading there. */
function Corrected({ publication, article }: { publication: PublicationView; article: ArticleView }) {
  const last = article.corrections.findLast(({ kind, withdrawn }) => kind === 'correction' && !withdrawn);
  if (!last) return null;
  const { corrections: say } = wordingFor(publication.locale);
  return (
    <p>
      <a href={correctionPlace(article.path, last.number)}>
        {say.done.correction} <Time at={last.at} style={publication} />
      </a>
    </p>
  );
}

function Authors({ publication, article }: { publication: PublicationView; article: ArticleView }) {
  const names = article.authors.map(({ name, path }) => (
    <b class="p-author h-card">
      <a class="p-name u-url" href={path}>
        <bdi>{name}</bdi>
      </a>
    </b>
  ));
  return (
    <p>
      {wordingFor(publication.locale).article.by} <Listed items={names} locale={publication.locale} />
    </p>
  );
}

/** Who of the names is a guest, with the whole address of their page in the text. */
function Guests({ publication, article }: { publication: PublicationView; article: ArticleView }) {
  const { guestWriter } = wordingFor(publication.locale).article;
  return (
    <>
      {article.authors.map(
        ({ name, guest }) =>
          guest && (
            <p>
              {guestWriter} <bdi>{name}</bdi>
              {guest.note !== '' && (
                <>
                  , <bdi>{guest.note}</bdi>
                </>
              )}
              {guest.url !== null && (
                <>
                  {' '}
                  <a href={guest.url} rel="nofollow noopener">
                    {guest.url}
                  </a>
                </>
              )}
            </p>
          ),
      )}
    </>
  );
}

function Dateline({ publication, article }: { publication: PublicationView; article: ArticleView }) {
  const { originalDateUnknown } = wordingFor(publication.locale).article;
  return (
    <p>
      {publication.place && article.dated !== null && `${publication.place}, `}
      <a class="u-url" href={article.path}>
        {article.dated === null ? (
          originalDateUnknown
        ) : (
          <Time class="dt-published" at={article.dated} style={publication} />
        )}
      </a>
    </p>
  );
}
