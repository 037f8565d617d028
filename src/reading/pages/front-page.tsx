import type { ArticleSummary } from '../../articles/article-view.ts';
import type { CommentSummary } from '../../comments/comment-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { Pager } from '../../web/ui/pager.tsx';
import { frontPagePath, paths } from '../../web/ui/site-paths.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import type { MonthCount, TagCount } from './list-views.ts';
import { PlainHead } from './plain-head.tsx';
import { Rail } from './rail.tsx';
import { DatedStory, LeadStory, Story } from './story.tsx';

export type FrontPageProps = {
  publication: PublicationView;
  /** Newest first. On page 1 the first leads, three stand beside it, the others below. */
  articles: ArticleSummary[];
  /** Ids of those that were put first, whatever their date. */
  pinned?: ReadonlySet<string>;
  /** The lead's first paragraphs, as plain text. */
  opening: string[];
  latestResponses: CommentSummary[];
  tags: TagCount[];
  months: MonthCount[];
  page: number;
  pages: number;
};

const beside = 3;

/** The front page, and the plain lists behind it at `/page/N/`. */
export function FrontPage(props: FrontPageProps) {
  const { publication, page, articles } = props;
  const front = page === 1;
  const { articlesPage } = wordingFor(publication.locale);
  const [lead] = articles;
  return (
    <PublicPage
      publication={publication}
      title={front ? null : articlesPage(page)}
      description={publication.tagline}
      canonicalPath={frontPagePath(page)}
      path={front ? paths.front : null}
      front={front}
    >
      {!front && <PlainHead heading={articlesPage(page)} />}
      {front && lead === undefined && <Empty publication={publication} />}
      {front && lead !== undefined && <Top {...props} lead={lead} />}
      <Under {...props} />
    </PublicPage>
  );
}

function Empty({ publication }: { publication: PublicationView }) {
  const wording = wordingFor(publication.locale);
  return (
    <div class="lead">
      <h2>{wording.nothingYet}</h2>
      <p class="standfirst">{wording.nothingYetHint}</p>
    </div>
  );
}

type TopProps = FrontPageProps & { lead: ArticleSummary };

function Top({ publication, lead, articles, opening, pinned }: TopProps) {
  const stack = articles.slice(1, 1 + beside);
  return (
    <div class="top">
      <LeadStory
        publication={publication}
        article={lead}
        opening={opening}
        pinned={pinned?.has(lead.id) ?? false}
      />
      {stack.length > 0 && (
        <div class="stack">
          {stack.map((article) => (
            <Story publication={publication} article={article} pinned={pinned?.has(article.id) ?? false} />
          ))}
        </div>
      )}
    </div>
  );
}

function Under(props: FrontPageProps) {
  const { publication, articles, page, pages } = props;
  const list = page === 1 ? articles.slice(1 + beside) : articles;
  return (
    <div class="under">
      {list.length > 0 || pages > 1 ? (
        <section class="band" aria-labelledby={page === 1 ? 'earlier' : null}>
          {page === 1 && <h2 id="earlier">{wordingFor(publication.locale).earlier}</h2>}
          <div class="stack">
            {list.map((article) => (
              <DatedStory publication={publication} article={article} level={page === 1 ? 3 : 2} />
            ))}
          </div>
          <Pager locale={publication.locale} page={page} pages={pages} path={frontPagePath} />
        </section>
      ) : (
        <div />
      )}
      <Rail {...props} />
    </div>
  );
}
