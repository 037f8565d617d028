import type { ArticleView } from '../../articles/article-view.ts';
import type { ThreadPage } from '../../comments/comment-view.ts';
import type { PageMarks } from '../../marks/shown/mark-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { Response } from './response.tsx';
import { ThreadPager } from './thread-pager.tsx';
import { Tombstone } from './tombstone.tsx';

type ThreadProps = {
  publication: PublicationView;
  article: ArticleView;
  thread: ThreadPage;
  marks?: PageMarks;
};

/** “6 Responses to …” and one page of them, by number. */
export function Thread({ publication, article, thread, marks }: ThreadProps) {
  const wording = wordingFor(publication.locale);
  const marked = (number: number) => ({
    articlePath: article.path,
    marks: marks?.responses.get(number) ?? null,
  });
  const replyPath = article.open && article.closed === null ? article.path : null;
  return (
    <section
      class="thread"
      id="responses"
      aria-labelledby="rh"
      data-live={`${article.path}responses/live`}
      data-last={article.lastNumber}
      data-words={JSON.stringify(wording.live)}
    >
      <div class="ed">
        <h2 id="rh">{wording.responsesTo(article.counts, article.title)}</h2>
        <p class="count-note">
          {article.lastNumber > 1 && wording.numbered(article.lastNumber)}
          {article.lastNumber === 1 && wording.onlyOne}{' '}
          <a href={`${article.path}feed/`}>{wording.responsesFeed}</a>
        </p>
      </div>
      <ThreadPager locale={publication.locale} thread={thread} last={article.lastNumber} below={false} />
      {thread.comments.length > 0 && (
        <div class="ledger">
          {thread.comments.map((comment) =>
            comment.state === 'published' ? (
              <Response
                publication={publication}
                comment={comment}
                replyPath={replyPath}
                marked={marked(comment.number)}
              />
            ) : (
              <Tombstone publication={publication} comment={comment} marked={marked(comment.number)} />
            ),
          )}
        </div>
      )}
      <ThreadPager locale={publication.locale} thread={thread} last={article.lastNumber} below />
      {thread.comments.some((comment) => comment.state === 'published' && comment.sameWriter.length > 0) && (
        <Shield />
      )}
    </section>
  );
}

/** The writer's mark, drawn once and used by every response of a writer who wrote more than one. */
function Shield() {
  return (
    <svg class="vh" aria-hidden="true">
      <symbol id="m1" viewBox="0 0 26 30">
        <path
          d="M1 1h24v17c0 6-5 9-12 11C6 27 1 24 1 18z"
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
        />
        <path
          d="M6 6h4v4H6zm10 0h4v4h-4zM11 11h4v4h-4zM6 16h4v4H6zm10 0h4v4h-4zM11 21h4v4h-4z"
          fill="currentColor"
        />
      </symbol>
    </svg>
  );
}
