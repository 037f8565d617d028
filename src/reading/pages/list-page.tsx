import type { ArticleSummary } from '../../articles/article-view.ts';
import { type CleanHtml, textOf } from '../../lib/clean-html.ts';
import { monthText } from '../../lib/dates.ts';
import { foldSpace } from '../../lib/fold-text.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import type { FeedLink } from '../../web/ui/head.tsx';
import { Html } from '../../web/ui/html.tsx';
import { PublicPage } from '../../web/ui/layout.tsx';
import { Pager } from '../../web/ui/pager.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from './plain-head.tsx';
import { DatedStory } from './story.tsx';

/** What the articles have in common. `path` ends in a slash; page N is at `${path}page/N/`. */
export type ListSubject =
  | { kind: 'tag'; name: string; path: string; introduction?: CleanHtml | null }
  | { kind: 'author'; name: string; path: string }
  | { kind: 'month'; year: number; month: number; path: string };

export type ListPageProps = {
  publication: PublicationView;
  list: ListSubject;
  articles: ArticleSummary[];
  /** Articles on all pages. */
  total: number;
  page: number;
  pages: number;
};

/** Articles of a tag, an author or a month, newest first. */
export function ListPage({ publication, list, articles, total, page, pages }: ListPageProps) {
  const wording = wordingFor(publication.locale);
  const heading = headingOf(list, publication);
  const introduction = page === 1 && list.kind === 'tag' ? (list.introduction ?? null) : null;
  const pathOf = (number: number) => (number === 1 ? list.path : `${list.path}page/${number}/`);
  return (
    <PublicPage
      publication={publication}
      title={page === 1 ? heading : `${heading}, ${wording.pageOf(page, pages)}`}
      description={introduction && foldSpace(textOf(introduction)).slice(0, 300)}
      canonicalPath={pathOf(page)}
      feeds={feedsOf(list, heading)}
      path={null}
    >
      <PlainHead heading={heading}>
        <p class="quiet">{total === 0 ? wording.noArticles : wording.articles(total)}</p>
      </PlainHead>
      {introduction && (
        <div class="ed">
          <Html class="prose flow" html={introduction} />
        </div>
      )}
      <div class="stack">
        {articles.map((article) => (
          <DatedStory publication={publication} article={article} level={2} />
        ))}
      </div>
      <Pager locale={publication.locale} page={page} pages={pages} path={pathOf} />
    </PublicPage>
  );
}

function headingOf(list: ListSubject, publication: PublicationView): string {
  const { tagged, writtenBy, inMonth } = wordingFor(publication.locale);
  if (list.kind === 'tag') return tagged(list.name);
  if (list.kind === 'author') return writtenBy(list.name);
  return inMonth(monthText(list.year, list.month, publication));
}

function feedsOf(list: ListSubject, title: string): FeedLink[] {
  return list.kind === 'tag' ? [{ href: `${list.path}feed/`, title, type: 'rss+xml' }] : [];
}
