import { may, type Stage } from '../../staff/permissions.ts';
import { listText } from '../../web/ui/listed.tsx';
import { Pager } from '../../web/ui/pager.tsx';
import { Time } from '../../web/ui/time.tsx';
import { Arranging } from '../frame/arranging.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { ListedArticle } from './article-list-view.ts';

export type ArticlesView = {
  articles: ListedArticle[];
  /** One for each stage, and null for all. */
  filters: { stage: Stage | null; path: string; count: number; current: boolean }[];
  page: number;
  pages: number;
  path: (page: number) => string;
};

type ArticlesPageProps = { desk: DeskView; view: ArticlesView };

/** Articles in every stage. */
export function ArticlesPage({ desk, view }: ArticlesPageProps) {
  const { publication } = desk;
  const { articles: say, ...all } = deskWordingFor(publication.locale);
  return (
    <DeskPage desk={desk} title={say.heading} section="articles">
      <div class="wrap panes">
        <Filters desk={desk} view={view} />
        <main id="main">
          <div class="bar">
            <h1>{say.heading}</h1>
            <Arranging desk={desk} />
            <a class="button main" href="/desk/articles/new/">
              {say.write}
            </a>
          </div>
          {view.articles.length === 0 && <p>{say.empty}</p>}
          {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
          <ol role="list">
            {view.articles.map((article) => (
              <Item desk={desk} article={article} />
            ))}
          </ol>
          <Pager
            locale={publication.locale}
            page={view.page}
            pages={view.pages}
            path={view.path}
            older={all.older}
            newer={all.newer}
          />
        </main>
      </div>
    </DeskPage>
  );
}

function Filters({ desk, view }: ArticlesPageProps) {
  const { articles: say, count } = deskWordingFor(desk.publication.locale);
  return (
    <nav class="filter" aria-label={say.filters}>
      <h2>{say.state}</h2>
      <ul>
        {view.filters.map((filter) => (
          <li>
            <a href={filter.path} aria-current={filter.current ? 'true' : null}>
              {say.filter[filter.stage ?? 'all']} <span>{count(filter.count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Item({ desk, article }: { desk: DeskView; article: ListedArticle }) {
  const { publication, staff } = desk;
  const { articles: say } = deskWordingFor(publication.locale);
  const { id, title, stage, path, authors } = article;
  return (
    <li class="item">
      <h2>
        <a href={`/desk/articles/${id}/`}>
          <b>{title || say.untitled}</b>
        </a>
      </h2>
      <p class="quiet">
        {say.stages[stage]} <Time at={timeOf(article)} style={publication} />
        {authors.length > 0 && (
          <>
            , <bdi>{listText(authors, publication.locale)}</bdi>
          </>
        )}
      </p>
      {path !== null && (
        <p class="links">
          <a href={path}>
            {say.see}
            <span class="vh">: {title}</span>
          </a>
          {may(staff.role, 'comment.decide') && (
            <a href={`/desk/responses/?article=${id}`}>
              {say.responses}
              <span class="vh">{say.of(title)}</span>
            </a>
          )}
        </p>
      )}
    </li>
  );
}

/** The time that matters in its stage. */
function timeOf({ stage, publishedAt, publishAt, askedAt, updatedAt }: ListedArticle): string {
  const times = { draft: null, 'in-review': askedAt, scheduled: publishAt, withdrawn: null };
  return (stage === 'published' ? publishedAt : times[stage]) ?? updatedAt;
}
