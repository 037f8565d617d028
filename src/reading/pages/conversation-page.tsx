import type { ArticleView } from '../../articles/article-view.ts';
import { lastingPath } from '../../comments/comment.ts';
import type { CommentView } from '../../comments/comment-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { LinkedHead } from './article-head.tsx';
import { Response, Shield } from './response.tsx';
import { Tombstone } from './tombstone.tsx';

export type ConversationProps = {
  publication: PublicationView;
  article: ArticleView;
  number: number;
  turns: { comment: CommentView; depth: number }[];
  /** The last number here where more follow. */
  next: number | null;
};

/** Set in no further than this: each response says in words whom it answers. */
const mostSteps = 4;

/** What one response answers and what answers it, by number. */
export function ConversationPage({ publication, article, number, turns, next }: ConversationProps) {
  const wording = wordingFor(publication.locale);
  const { conversation: say } = wording;
  const path = `${lastingPath(article.path, number)}conversation/`;
  const replyPath = article.open && article.closed === null ? article.path : null;
  const marked = { articlePath: article.path, marks: null };
  return (
    <PublicPage
      publication={publication}
      title={say.title(number, article.title)}
      canonicalPath={null}
      noindex
      path={null}
    >
      <LinkedHead publication={publication} article={article} />
      <section class="thread" aria-labelledby="rh">
        <div class="ed">
          <h2 id="rh">{say.heading(number)}</h2>
          <p class="count-note">
            {say.note} <a href={lastingPath(article.path, number)}>{say.back(number)}</a>
          </p>
        </div>
        <div class="ledger">
          {turns.map(({ comment, depth }) => (
            <div class={`turn step-${Math.min(depth, mostSteps)}`}>
              {comment.state === 'published' ? (
                <Response
                  publication={publication}
                  comment={{ ...comment, place: comment.path }}
                  replyPath={replyPath}
                  marked={marked}
                />
              ) : (
                <Tombstone
                  publication={publication}
                  comment={{ ...comment, place: comment.path }}
                  marked={marked}
                />
              )}
            </div>
          ))}
        </div>
        {turns.some(({ comment }) => comment.state === 'published' && comment.sameWriter.length > 0) && (
          <Shield />
        )}
        {next !== null && (
          <nav class="pages" aria-label={say.label}>
            <a href={`${path}?after=${next}`}>{say.more}</a>
          </nav>
        )}
      </section>
    </PublicPage>
  );
}
