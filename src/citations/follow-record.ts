import { type FollowedEntry, followed, putBack, putBackDue } from '../record/put-back.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

const batchSize = 500;
/** After these every response of the article may have become public, or may be public no longer. */
const ofTheWhole = ['article.publish', 'article.import', 'article.withdraw', 'article.restore'];
const ofItsWords = [...ofTheWhole, 'article.revise'];

/**
 * Takes the entries of the record that came since the last time, and notes whose links are to be looked for anew. Only a
 * public one is of an article. Whatever verb changed a text, it is in the record; what was published before links were
 * kept is as well. An entry that cannot be followed is put back, and holds nothing up. Answers how many were looked at.
 */
export async function followRecord(site: Site): Promise<number> {
  const again = await followAgain(site);
  if (!(await anyNew(site.store.read))) return again;
  try {
    return again + (await site.store.write((tx) => followNext(tx, batchSize)));
  } catch (error) {
    site.log.error({ err: error }, 'links: entries of the record could not be followed at once');
    return again + (await followOneByOne(site));
  }
}

async function followNext(tx: Db, limit: number): Promise<number> {
  const entries = await entriesAfter(tx, { seq: await lockCursor(tx), limit });
  const last = entries.at(-1);
  if (!last) return 0;
  for (const entry of entries) await noteTexts(tx, entry);
  await tx.updateTable('citation_cursor').set({ seq: last.seq }).execute();
  return entries.length;
}

async function followOneByOne(site: Site): Promise<number> {
  const { seq } = await site.store.read.selectFrom('citation_cursor').select('seq').executeTakeFirstOrThrow();
  const entries = await entriesAfter(site.store.read, { seq, limit: batchSize });
  for (const entry of entries)
    try {
      await site.store.write((tx) => followNext(tx, 1));
    } catch (error) {
      site.log.error({ err: error, seq: entry.seq }, 'links: an entry of the record was put back');
      await site.store.write(async (tx) => {
        if ((await lockCursor(tx)) >= entry.seq) return; // another process got past it
        await putBack(tx, { follower: 'citations', seq: entry.seq, now: site.clock.now() });
        await tx.updateTable('citation_cursor').set({ seq: entry.seq }).execute();
      });
    }
  return entries.length;
}

/** Entries that were put back and are due. */
async function followAgain(site: Site): Promise<number> {
  const entries = await putBackDue(site.store.read, 'citations', site.clock.now());
  for (const entry of entries) {
    const { seq } = entry;
    try {
      await site.store.write(async (tx) => {
        await noteTexts(tx, entry);
        await followed(tx, { follower: 'citations', seq });
      });
    } catch (error) {
      site.log.error({ err: error, seq }, 'links: an entry of the record was put back again');
      await site.store.write((tx) => putBack(tx, { follower: 'citations', seq, now: site.clock.now() }));
    }
  }
  return entries.length;
}

/** Changes nothing: it is the lock that both engines know, so that one process follows at a time. */
async function lockCursor(tx: Db): Promise<number> {
  const { seq } = await tx
    .updateTable('citation_cursor')
    .set((eb) => ({ seq: eb.ref('seq') }))
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
}

async function entriesAfter(
  db: Db,
  { seq, limit }: { seq: number; limit: number },
): Promise<FollowedEntry[]> {
  const rows = await db
    .selectFrom('record_entries')
    .select(['seq', 'action', 'article_id', 'leaf'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.flatMap((row) => (row.seq === null ? [] : [{ ...row, seq: row.seq }]));
}

async function anyNew(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('record_entries')
    .select('record_entries.id')
    .where('seq', '>', (eb) => eb.selectFrom('citation_cursor').select('citation_cursor.seq'))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function noteTexts(tx: Db, { action, article_id, leaf }: FollowedEntry): Promise<void> {
  if (article_id === null) return;
  if (ofItsWords.includes(action)) await note(tx, { text_id: article_id, article_id, comment_id: null });
  if (ofTheWhole.includes(action)) await noteComments(tx, article_id);
  const { subject } = JSON.parse(leaf) as { subject: { type: string; id: string } };
  if (subject.type === 'comment') await note(tx, { text_id: subject.id, article_id, comment_id: subject.id });
}

async function note(
  tx: Db,
  due: { text_id: string; article_id: string; comment_id: string | null },
): Promise<void> {
  await tx
    .insertInto('citation_texts_due')
    .values(due)
    .onConflict((conflict) => conflict.column('text_id').doUpdateSet({ due_at: '', failures: 0 }))
    .execute();
}

/** In one statement, however many there are. Those without a link have nothing to be looked for. */
async function noteComments(tx: Db, articleId: string): Promise<void> {
  await tx
    .insertInto('citation_texts_due')
    .columns(['text_id', 'article_id', 'comment_id'])
    .expression((eb) =>
      eb
        .selectFrom('comments')
        .select(['comments.id as text_id', 'comments.article_id', 'comments.id as comment_id'])
        .where('comments.article_id', '=', articleId)
        .where('comments.html', 'like', '%href="http%'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
