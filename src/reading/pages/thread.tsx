import type { ArticleView } from '../../articles/article-view.ts';
import type { ThreadPage } from '../../comments/comment-view.ts';
import type { PageMarks } from '../../marks/shown/mark-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { scripts } from '../../web/ui/scripts.ts';
import { lateStyle } from '../../web/ui/styles.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { Response, Shield } from './response.tsx';
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
      data-report={scripts.report.href}
      data-staff={scripts.staff.href}
      data-late-style={lateStyle.href}
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
