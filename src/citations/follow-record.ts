import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

const batchSize = 500;
/** After these every response of the article may have become public, or may be public no longer. */
const ofTheWhole = ['article.publish', 'article.import', 'article.withdraw', 'article.restore'];
const ofItsWords = [...ofTheWhole, 'article.revise'];

/**
 * Takes the public entries of the record that came since the last time, and notes whose links are to be looked for
 * anew. Whatever verb changed a text, it is in the record; what was published before links were kept is as well.
 * Answers how many entries were looked at.
 */
export async function followRecord(site: Site): Promise<number> {
  if (!(await anyNew(site.store.read))) return 0;
  return site.store.write(async (tx) => {
    // Changes nothing: it is the lock that both engines know, so that one process does this at a time.
    const cursor = await tx
      .updateTable('citation_cursor')
      .set((eb) => ({ seq: eb.ref('seq') }))
      .returning('seq')
      .executeTakeFirstOrThrow();
    const entries = await tx
      .selectFrom('record_entries')
      .select(['seq', 'action', 'article_id', 'leaf'])
      .where('seq', '>', cursor.seq)
      .orderBy('seq')
      .limit(batchSize)
      .execute();
    const last = entries.at(-1)?.seq;
    if (last === undefined || last === null) return 0;
    for (const { action, article_id, leaf } of entries)
      if (article_id !== null) await noteTexts(tx, { action, articleId: article_id, leaf });
    await tx.updateTable('citation_cursor').set({ seq: last }).execute();
    return entries.length;
  });
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

type Entry = { action: string; articleId: string; leaf: string };

async function noteTexts(tx: Db, { action, articleId, leaf }: Entry): Promise<void> {
  if (ofItsWords.includes(action))
    await note(tx, { text_id: articleId, article_id: articleId, comment_id: null });
  if (ofTheWhole.includes(action)) await noteComments(tx, articleId);
  const { subject } = JSON.parse(leaf) as { subject: { type: string; id: string } };
  if (subject.type === 'comment')
    await note(tx, { text_id: subject.id, article_id: articleId, comment_id: subject.id });
}

async function note(
  tx: Db,
  due: { text_id: string; article_id: string; comment_id: string | null },
): Promise<void> {
  await tx
    .insertInto('citation_texts_due')
    .values(due)
    .onConflict((conflict) => conflict.doNothing())
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
