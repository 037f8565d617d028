import type { Db } from '../store/schema.ts';

/**
 * Forgets what was marked in a comment whose words change or go, and where its words stood for those who quote it: what
 * follows the record looks for both again. Inside the transaction that changes them.
 */
export async function forgetMarks(tx: Db, { id, articleId, number }: Marked): Promise<void> {
  const tables = [
    'comment_quotations',
    'comment_references',
    'comment_annotations',
    'comment_unmarked',
  ] as const;
  for (const table of tables) await tx.deleteFrom(table).where('comment_id', '=', id).execute();
  if (number === null) return;
  await tx
    .updateTable('comment_quotations')
    .set({ source_paragraph: null, source_from: null, source_to: null })
    .where('article_id', '=', articleId)
    .where('source_number', '=', number)
    .execute();
  await forgetIndex(tx, articleId);
}

type Marked = { id: string; articleId: string; number: number | null };

/** What is kept of the thread in memory, in whatever process, is read anew. */
export async function forgetIndex(tx: Db, articleId: string): Promise<void> {
  await tx
    .insertInto('annotated_articles')
    .values({ article_id: articleId, version: 1 })
    .onConflict((conflict) =>
      conflict
        .column('article_id')
        .doUpdateSet((eb) => ({ version: eb('annotated_articles.version', '+', 1) })),
    )
    .execute();
}

/** Keeps, with a new comment, what its writer does not want marked in it. */
export async function keepUnmarked(
  tx: Db,
  commentId: string,
  places: readonly { paragraph: number; from: number }[],
): Promise<void> {
  if (places.length === 0) return;
  await tx
    .insertInto('comment_unmarked')
    .values(places.map(({ paragraph, from }) => ({ comment_id: commentId, paragraph, from_letter: from })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
