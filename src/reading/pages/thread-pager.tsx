import type { ThreadPage } from '../../comments/comment-view.ts';
import { wordingFor } from '../../web/ui/wording.ts';

type ThreadPagerProps = { locale: string; thread: ThreadPage; last: number; below: boolean };

/** “Responses 101 to 200 of 1,204” and the ways to other pages; nothing where there is one page. */
export function ThreadPager({ locale, thread, last, below }: ThreadPagerProps) {
  const { thread: words, count } = wordingFor(locale);
  const { comments, page, pages, path } = thread;
  if (pages <= 1) return null;
  const [from, to] = [comments[0]?.number ?? 0, comments.at(-1)?.number ?? 0];
  const ways: [name: string, page: number, shown: boolean][] = [
    [words.first, 1, page > 1],
    [words.previous, page - 1, page > 1],
    ...nearby(page, pages).map((near): [string, number, boolean] => [count(near), near, true]),
    [words.next, page + 1, page < pages],
    [words.newest, pages, page < pages],
  ];
  return (
    <nav class="pages" aria-label={below ? words.labelBelow : words.label}>
      <span>{words.range(from, to, last)}</span>{' '}
      <span class="links">
        {ways
          .filter(([, , shown]) => shown)
          .map(([name, to]) => (
            <>
              {to === page ? (
                <b aria-current="page">{name}</b>
              ) : (
                <a href={`${path(to)}#responses`}>{name}</a>
              )}{' '}
            </>
          ))}
      </span>
    </nav>
  );
}

/** The page itself and up to two on either side. */
function nearby(page: number, pages: number): number[] {
  const from = Math.max(1, Math.min(page - 2, pages - 4));
  return Array.from({ length: Math.min(5, pages) }, (_, index) => from + index);
}
