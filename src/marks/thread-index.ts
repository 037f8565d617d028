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

const kept = new WeakMap<Site['store'], Map<string, Promise<ThreadIndex | null>>>();

/**
 * The index of a published article's thread, grown by what was published since it was last asked for; null where
 * there is no such article. Kept in memory, the longest unused going first.
 */
export async function threadIndexOf(site: Site, articleId: string): Promise<ThreadIndex | null> {
  const indexes = kept.get(site.store) ?? new Map<string, Promise<ThreadIndex | null>>();
  kept.set(site.store, indexes);
  const before = indexes.get(articleId) ?? Promise.resolve(null);
  const index = before.catch(() => null).then((known) => grown(site, articleId, known));
  indexes.delete(articleId);
  indexes.set(articleId, index);
  const found = await index;
  await forgetOldest(indexes);
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

async function forgetOldest(indexes: Map<string, Promise<ThreadIndex | null>>): Promise<void> {
  let words = 0;
  for (const [articleId, index] of [...indexes].reverse()) {
    words += (await index.catch(() => null))?.passages.size ?? 0;
    if (words > mostWords) indexes.delete(articleId);
  }
}
