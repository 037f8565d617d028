import type { EntryBody } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { annotateAll } from './annotate-comment.ts';
import { placeAgain } from './place-again.ts';
import { notAnnotated } from './queries.ts';

/** Entries that are followed at a time; comments that are looked through in one transaction. */
const entriesAtOnce = 200;
const commentsAtOnce = 50;

/**
 * Lets what is marked follow the record: responses that were published and not looked through, and sources that
 * changed. How far it has got is kept afterwards, so that nothing is left out; done twice, it changes nothing. Answers how
 * many entries were followed. `signal` ends it between two steps.
 */
export async function followRecord(site: Site, signal?: AbortSignal): Promise<number> {
  const { from, entries } = await newEntries(site.store.read);
  const last = entries.at(-1);
  if (!last) return 0;
  for (const [articleId, changes] of changesOf(entries)) {
    if (signal?.aborted) return 0;
    if (changes.sources.size > 0 || changes.isArticle) await placeAgain(site, articleId, changes);
    if (changes.published.length > 0)
      await annotateAll(site, await missing(site.store.read, changes.published));
    if (changes.isArticle) await annotateArticle(site, articleId, signal);
  }
  if (signal?.aborted) return 0;
  await site.store.write((tx) =>
    tx
      .updateTable('marks_cursor')
      .set({ seq: last.seq ?? from })
      .where('seq', '=', from)
      .execute(),
  );
  return entries.length;
}

/** Every response under an article that was not looked through, such as an archive's: in steps, each a transaction. */
export async function annotateArticle(site: Site, articleId: string, signal?: AbortSignal): Promise<void> {
  for (let count = 0; !signal?.aborted; ) {
    const comments = await notAnnotated(site.store.read, { articleId, limit: commentsAtOnce });
    if (comments.length === 0) return;
    await annotateAll(site, comments);
    count += comments.length;
    if (count % 1_000 === 0) site.log.info({ article: articleId, responses: count }, 'looked for quotations');
    if ((await notAnnotated(site.store.read, { ids: [comments[0]?.id ?? ''], limit: 1 })).length > 0) return; // not published
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
const keepsWords: ReadonlySet<string> = new Set(['comment.remove', 'comment.restore']);

type Entry = { seq: number | null; action: string; article_id: string | null; leaf: string };

function changesOf(entries: readonly Entry[]): Map<string, Changes> {
  const all = new Map<string, Changes>();
  for (const { action, article_id, leaf } of entries) {
    if (article_id === null) continue;
    const changes: Changes = all.get(article_id) ?? { isArticle: false, published: [], sources: new Map() };
    all.set(article_id, changes);
    const { subject } = JSON.parse(leaf) as EntryBody;
    if (subject.type === 'article' || subject.type === 'revision') changes.isArticle = true;
    if (subject.type !== 'comment') continue;
    if (action === 'comment.publish') changes.published.push(subject.id);
    else if (subject.number !== undefined) {
      const isReworded = changes.sources.get(subject.number)?.isReworded || !keepsWords.has(action);
      changes.sources.set(subject.number, { isReworded });
    }
  }
  return all;
}

/** Only entries that have their place in the chain: the sequencer gives places in one order for all. */
async function newEntries(db: Db): Promise<{ from: number; entries: Entry[] }> {
  const cursor = await db.selectFrom('marks_cursor').select('seq').executeTakeFirstOrThrow();
  const entries = await db
    .selectFrom('record_entries')
    .select(['seq', 'action', 'article_id', 'leaf'])
    .where('seq', '>', cursor.seq)
    .where('visibility', '=', 'public')
    .orderBy('seq')
    .limit(entriesAtOnce)
    .execute();
  return { from: cursor.seq, entries };
}

async function missing(db: Db, ids: string[]) {
  return notAnnotated(db, { ids, limit: ids.length });
}
