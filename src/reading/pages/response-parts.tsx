import { hrefFrom } from '../../comments/comment.ts';
import type { CommentView } from '../../comments/comment-view.ts';
import type { Wording } from '../../web/ui/wording.ts';

/** Of many numbers, so many are named: a page's weight must not grow with how much a writer has written. */
const mostNamed = 4;

/** “2, 5, 7” or “2, 5, 7, 11 and others”. */
export function numbersText(to: { number: number }[], andOthers: string): string {
  const named = to.slice(0, mostNamed).map(({ number }) => number);
  return `${named.join(', ')}${to.length > mostNamed ? andOthers : ''}`;
}

type NumberLinksProps = { from: string; to: { number: number; place: string }[]; andOthers: string };

/** The same, each number a link to its place, from the place of the response that names them. */
export function NumberLinks({ from, to, andOthers }: NumberLinksProps) {
  return (
    <>
      {to.slice(0, mostNamed).map(({ number, place }, index) => (
        <>
          {index > 0 && ', '}
          <a href={hrefFrom(from, place)}>{number}</a>
        </>
      ))}
      {to.length > mostNamed && andOthers}
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
      <a class="u-in-reply-to" href={hrefFrom(comment.place, target.place)}>
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

/** `3.`, its place’s own link. The link lies over the number and has no words: a copy without links keeps it. */
export function Numeral({ number, wording }: { number: number; wording: Wording }) {
  return (
    <span class="num">
      {number}.{/* biome-ignore lint/a11y/useAnchorContent: its label names it */}
      <a href={`#response-${number}`} aria-label={wording.responseColophon.response(number)} />
    </span>
  );
}
