import type { ArticleView } from '../articles/article-view.ts';
import type { KeptLink } from '../articles/kept-link.ts';
import type { ThreadPage } from '../comments/comment-view.ts';
import type { Db } from '../store/schema.ts';
import { citedAddress } from './address.ts';
import { type LostUse, lostUsesOf } from './queries.ts';

type Page = { article: ArticleView; thread: ThreadPage };

/** Links of one text that are told of: a page must stay short. */
const most = 20;

/** An article and a page of its responses with what was kept of pages that are gone from where they link to. */
export async function withKept(db: Db, { article, thread }: Page): Promise<Page> {
  const numbers = thread.comments.map(({ number }) => number);
  const lost = await lostUsesOf(db, article.id, {
    from: thread.page === 1 ? 0 : (numbers[0] ?? 0),
    to: numbers.at(-1) ?? 0,
  });
  if (lost.length === 0) return { article, thread };
  const own = labelled(article.links, ({ label }) => label);
  return {
    article: { ...article, kept: keptFor(lost, { number: 0, labels: own }) },
    thread: {
      ...thread,
      comments: thread.comments.map((comment) => {
        if (comment.state !== 'published') return comment;
        const labels = labelled(comment.links, (_, index) => String(index + 1));
        return { ...comment, kept: keptFor(lost, { number: comment.number, labels }) };
      }),
    },
  };
}

/** What is told of the links of an article (0) and of its responses from a number to another, by the number. */
export async function keptBetween(
  db: Db,
  articleId: string,
  between: { from: number; to: number },
): Promise<Map<number, LostUse[]>> {
  const by = Map.groupBy(await lostUsesOf(db, articleId, between), ({ number }) => number);
  return new Map([...by].map(([number, uses]) => [number, uses.slice(0, most)]));
}

function labelled<L extends { url: string }>(
  links: readonly L[],
  name: (link: L, index: number) => string,
): Map<string, string> {
  const pairs = links.map((link, index) => [citedAddress(link.url)?.url ?? '', name(link, index)] as const);
  return new Map(pairs.toReversed());
}

function keptFor(
  lost: readonly LostUse[],
  { number, labels }: { number: number; labels: Map<string, string> },
): KeptLink[] {
  return lost
    .filter((use) => use.number === number)
    .slice(0, most)
    .map(({ number: _, ...use }) => ({ ...use, label: labels.get(use.url) ?? '' }));
}
