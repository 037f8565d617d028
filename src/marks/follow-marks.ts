import type { EntryBody } from '../record/entry.ts';
import { entriesAfterCursor, moveCursor } from '../record/follow.ts';
import { type FollowedEntry, followed, putBack, putBackDue } from '../record/put-back.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { annotateAll } from './annotate-comment.ts';
import { placeAgain } from './place-again.ts';
import { notAnnotated } from './queries.ts';

const follower = 'marks';
/** Entries that are followed at a time; comments that are looked through in one transaction. */
const entriesAtOnce = 200;
const commentsAtOnce = 50;

/**
 * Lets what is marked follow the record: responses that were published and not looked through, and sources that
 * changed. How far it has got is kept afterwards, so that nothing is left out; done twice, it changes nothing. Entries
 * that cannot be followed are put back, and hold nothing up. Answers how many were followed. `signal` ends it between
 * two steps.
 */
export async function followMarks(site: Site, signal?: AbortSignal): Promise<number> {
  const again = await putBackDue(site.store.read, follower, site.clock.now());
  const { from, entries } = await entriesAfterCursor(site.store.read, { follower, atOnce: entriesAtOnce });
  if (again.length + entries.length === 0) return 0;
  const failed = new Set<number>();
  for (const { articleId, of } of byArticle([...again, ...entries])) {
    if (signal?.aborted) return 0;
    try {
      await followArticle(site, { articleId, changes: changesIn(of), signal });
    } catch (error) {
      site.log.error({ err: error, article: articleId }, 'marks: entries of an article were put back');
      for (const { seq } of of) failed.add(seq);
    }
  }
  if (signal?.aborted) return 0;
  const now = site.clock.now();
  await site.store.write(async (tx) => {
    for (const { seq } of again) if (!failed.has(seq)) await followed(tx, { follower, seq });
    for (const seq of failed) await putBack(tx, { follower, seq, now });
    await moveCursor(tx, { follower, from, to: entries.at(-1)?.seq ?? from });
  });
  return again.length + entries.length;
}

type Following = { articleId: string; changes: Changes; signal: AbortSignal | undefined };

async function followArticle(site: Site, { articleId, changes, signal }: Following): Promise<void> {
  if (changes.sources.size > 0 || changes.isArticle) await placeAgain(site, articleId, changes);
  if (changes.published.length > 0)
    await annotateAll(site, await missing(site.store.read, changes.published));
  if (changes.isArticle) await annotateArticle(site, articleId, signal);
}

/** Every response under an article that was not looked through, such as an archive's: in steps, each a transaction. */
export async function annotateArticle(site: Site, articleId: string, signal?: AbortSignal): Promise<void> {
  for (let count = 0; !signal?.aborted; ) {
    const comments = await notAnnotated(site.store.read, { articleId, limit: commentsAtOnce });
    if (comments.length === 0) return;
    await annotateAll(site, comments);
    count += comments.length;
    if (count % 1_000 === 0) site.log.info({ article: articleId, responses: count }, 'looked for quotations');
    const [first] = await notAnnotated(site.store.read, { ids: [comments[0]?.id ?? ''], limit: 1 });
    if (first && first.html === comments[0]?.html) return; // the article is not published
  }
}

/**
 * What became of an article: whether its own words changed, ids of responses that were published, and numbers of those
 * that changed, with whether their own words did.
 */
export type Changes = {
  isArticle: boolean;
  published: string[];
  sources: Map<number, { isReworded: boolean }>;
};

/** What hides words and shows them again as they were. */
const keepsWords: ReadonlySet<string> = new Set(['comment.remove', 'comment.withhold', 'comment.restore']);

function byArticle(entries: readonly FollowedEntry[]): { articleId: string; of: FollowedEntry[] }[] {
  const all = new Map<string, FollowedEntry[]>();
  for (const entry of entries) {
    if (entry.article_id === null) continue;
    const of = all.get(entry.article_id) ?? [];
    all.set(entry.article_id, of);
    of.push(entry);
  }
  return [...all].map(([articleId, of]) => ({ articleId, of }));
}

/** What entries of one article changed. */
function changesIn(entries: readonly FollowedEntry[]): Changes {
  const changes: Changes = { isArticle: false, published: [], sources: new Map() };
  for (const { action, leaf } of entries) {
    const { subject } = JSON.parse(leaf) as EntryBody;
    if (subject.type === 'article' || subject.type === 'revision') changes.isArticle = true;
    if (subject.type !== 'comment') continue;
    if (action === 'comment.publish') changes.published.push(subject.id);
    else if (subject.number !== undefined) {
      const isReworded = changes.sources.get(subject.number)?.isReworded || !keepsWords.has(action);
      changes.sources.set(subject.number, { isReworded });
    }
  }
  return changes;
}

async function missing(db: Db, ids: string[]) {
  return notAnnotated(db, { ids, limit: ids.length });
}
