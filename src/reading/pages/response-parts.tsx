import type { CommentView } from '../../comments/comment-view.ts';
import type { Wording } from '../../web/ui/wording.ts';

/** “2, 5, 7”, each a link to its place. */
export function NumberLinks({ to }: { to: { number: number; place: string }[] }) {
  return (
    <>
      {to.map(({ number, place }, index) => (
        <>
          {index > 0 && ', '}
          <a href={place}>{number}</a>
        </>
      ))}
    </>
  );
}

/** “In reply to 1, Ropewalk” as an item of the dates' list. */
export function InReplyTo({ comment, wording }: { comment: CommentView; wording: Wording }) {
  const target = comment.inReplyTo;
  if (target === null) return null;
  return (
    <li>
      {wording.inReplyTo}{' '}
      <a class="u-in-reply-to" href={target.place}>
        {target.number}
        {target.name !== null && (
          <>
            , <bdi>{target.name}</bdi>
          </>
        )}
      </a>
    </li>
  );
}
