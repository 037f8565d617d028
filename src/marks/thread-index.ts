import { EarlierComments } from '../annotations/earlier.ts';
import { paragraphsIn } from '../annotations/html-text.ts';
import { Passages } from '../annotations/passages.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import type { Site } from '../site.ts';
import { commentsAfter, type ThreadRow, threadRow, versionsOf } from './queries.ts';

/** Everything that responses under one article may quote and refer to, as far as it has been read. */
export type ThreadIndex = {
  passages: Passages;
  earlier: EarlierComments;
  /** The article's title and words. */
  article: string;
  /** The newest version of the article that is in it. */
  revision: number;
  /** It is read anew when the thread's version is another. */
  version: number;
  /** The last number that is in it. */
  last: number;
};

/** Words that are kept in memory, of all threads together: about a hundred bytes each. */
const mostWords = 600_000;
const perQuery = 500;

/** `words` is 0 until it has been read. */
type Kept = { index: Promise<ThreadIndex | null>; words: number };

const kept = new WeakMap<Site['store'], Map<string, Kept>>();

/**
 * The index of a published article's thread, grown by what was published since it was last asked for; null where
 * there is no such article. Kept in memory, the longest unused going first; the newest always stays, however large.
 */
export async function threadIndexOf(site: Site, articleId: string): Promise<ThreadIndex | null> {
  const indexes = kept.get(site.store) ?? new Map<string, Kept>();
  kept.set(site.store, indexes);
  const before = indexes.get(articleId);
  const known = before ? before.index.catch(() => null) : Promise.resolve(null); // who asked then was told: begin anew
  const next: Kept = {
    index: known.then((index) => grown(site, articleId, index)),
    words: before?.words ?? 0,
  };
  indexes.delete(articleId);
  indexes.set(articleId, next);
  const found = await next.index;
  next.words = found?.passages.size ?? 0;
  forgetOldest(indexes);
  return found;
}

async function grown(site: Site, articleId: string, known: ThreadIndex | null): Promise<ThreadIndex | null> {
  const row = await threadRow(site.store.read, articleId);
  if (!row) return null;
  const index = known?.version === row.version ? known : await begun(site, row);
  while (index.last < row.lastNumber) {
    const comments = await commentsAfter(site.store.read, articleId, { after: index.last, limit: perQuery });
    for (const { number, name, html } of comments) {
      index.earlier.add(number, html === null ? null : name);
      if (html !== null) index.passages.add({ comment: number }, paragraphsIn(html));
      index.last = number;
    }
    if (comments.length < perQuery) break;
    await new Promise(setImmediate); // requests come between
  }
  return index;
}

/** The article alone: its words as they are, then as they were, the newest version first. */
async function begun(site: Site, row: ThreadRow): Promise<ThreadIndex> {
  const passages = new Passages();
  const versions = await versionsOf(site.store.read, row.id);
  const revision = versions[0]?.number ?? 1;
  const now = paragraphsIn(row.html as CleanHtml);
  passages.add({ article: true }, now);
  for (const { number, html } of versions.slice(1))
    passages.add({ article: true, revision: number }, paragraphsIn(html));
  return {
    ...{ passages, earlier: new EarlierComments(), article: [row.title, ...now].join('\n') },
    ...{ revision, version: row.version, last: 0 },
  };
}

function forgetOldest(indexes: Map<string, Kept>): void {
  let words = 0;
  const [newest, ...older] = [...indexes].reverse();
  if (newest) words += newest[1].words;
  for (const [articleId, each] of older) {
    words += each.words;
    if (words > mostWords) indexes.delete(articleId);
  }
}
