import type { ArticleSummary } from '../../articles/article-view.ts';
import type { CommentSummary } from '../../comments/comment-view.ts';
import { dayText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { inLanguage } from '../../web/ui/direction.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { shownName } from '../../web/ui/name-wording.ts';
import { Pager } from '../../web/ui/pager.tsx';
import { paths } from '../../web/ui/site-paths.ts';
import { type Wording, wordingFor } from '../../web/ui/wording.ts';
import { Marked } from './marked.tsx';
import { PlainHead } from './plain-head.tsx';
import { SearchForm } from './search-form.tsx';

/** A place where the words were found; `excerpt` is plain text around them. */
export type SearchHit =
  | { kind: 'article'; article: ArticleSummary; excerpt: string }
  | { kind: 'response'; response: CommentSummary; excerpt: string }
  | { kind: 'page'; page: { title: string; path: string; changedAt: string }; excerpt: string };

export type SearchPageProps = {
  publication: PublicationView;
  /** As typed; empty before anything was. */
  query: string;
  /** Best first. */
  hits: SearchHit[];
  /** Hits on all pages. */
  total: number;
  page: number;
  pages: number;
};

/** The search form and what it found. */
export function SearchPage({ publication, query, hits, total, page, pages }: SearchPageProps) {
  const { search } = wordingFor(publication.locale);
  const pathOf = (number: number) =>
    `${paths.search}?${new URLSearchParams({ q: query, page: `${number}` })}`;
  return (
    <PublicPage
      publication={publication}
      title={query === '' ? search.heading : search.results(query)}
      canonicalPath={null}
      noindex
      path={paths.search}
    >
      <PlainHead heading={query === '' ? search.heading : search.results(query)}>
        <Found search={search} query={query} total={total} />
      </PlainHead>
      <div class="ed">
        <div>
          <label for="q">{search.label}</label>
          <SearchForm button={search.button} query={query} />
          {hits.length > 0 && (
            <ol class="stack hits">
              {hits.map((hit) => (
                <li>
                  <Hit publication={publication} hit={hit} query={query} />
                </li>
              ))}
            </ol>
          )}
        </div>
      </div>
      <Pager
        locale={publication.locale}
        page={page}
        pages={pages}
        path={pathOf}
        older={search.older}
        newer={search.newer}
      />
    </PublicPage>
  );
}

type FoundProps = { search: Wording['search']; query: string; total: number };

function Found({ search, query, total }: FoundProps) {
  if (query === '') return <p>{search.prompt}</p>;
  if (total > 0) return <p>{search.found(total)}</p>;
  return (
    <>
      <p>{search.nothing(query)}</p>
      <p>{search.nothingHint}</p>
    </>
  );
}

type HitProps = { publication: PublicationView; hit: SearchHit; query: string };

function Hit({ publication, hit, query }: HitProps) {
  const { article: words, responses } = wordingFor(publication.locale);
  const { title, path, at } = placeOf(hit, publication);
  return (
    <article class="story">
      <h2 {...(hit.kind === 'article' ? inLanguage(publication, hit.article) : {})}>
        <a href={path}>{title}</a>
      </h2>
      <p>
        <Marked text={hit.excerpt} query={query} />
      </p>
      <p class="meta">
        {hit.kind === 'response' && (
          <>
            <bdi>{shownName(hit.response.name)}</bdi>,{' '}
          </>
        )}
        {at === null ? words.originalDateUnknown : <time datetime={at}>{dayText(at, publication)}</time>}
        {hit.kind === 'article' && `. ${responses(hit.article.responses)}`}
      </p>
    </article>
  );
}

function placeOf(hit: SearchHit, { locale }: PublicationView) {
  if (hit.kind === 'page') return { ...hit.page, at: hit.page.changedAt };
  if (hit.kind === 'article') return { ...hit.article, at: hit.article.dated };
  const { number, article, place, publishedAt } = hit.response;
  return { title: wordingFor(locale).search.response(number, article.title), path: place, at: publishedAt };
}
