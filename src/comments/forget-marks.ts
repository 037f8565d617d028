import type { Db } from '../store/schema.ts';
import { showsWords } from '../store/visibility.ts';

/** What is marked in a comment, and that it was looked through. */
const ownTables = ['comment_quotations', 'comment_references', 'comment_annotations'] as const;

/**
 * Forgets what was marked in a comment whose words change or go, and where its words stood for those who quote it: what
 * follows the record looks for both again. Inside the transaction that changes them.
 */
export async function forgetMarks(tx: Db, { id, articleId, number }: Marked): Promise<void> {
  const tables = [...ownTables, 'comment_unmarked'] as const;
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

/** Where a mark begins in a comment's words. */
export type Beginning = { paragraph: number; from: number };

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

/** Keeps, with a comment's words, what its writer does not want marked in them. */
export async function keepUnmarked(tx: Db, commentId: string, places: readonly Beginning[]): Promise<void> {
  if (places.length === 0) return;
  await tx
    .insertInto('comment_unmarked')
    .values(places.map(({ paragraph, from }) => ({ comment_id: commentId, paragraph, from_letter: from })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Keeps what else its writer does not want marked in a comment whose words stay. What was marked in it is forgotten where
 * that is something else than before, for the comment to be looked through again. Answers whether it is.
 */
export async function changeUnmarked(
  tx: Db,
  commentId: string,
  places: readonly Beginning[],
): Promise<boolean> {
  const before = await unmarkedOf(tx, commentId);
  const names = (all: readonly Beginning[]) => [...new Set(all.map(nameOf))].sort().join(' ');
  if (names(before) === names(places)) return false;
  const tables = [...ownTables, 'comment_unmarked'] as const;
  for (const table of tables) await tx.deleteFrom(table).where('comment_id', '=', commentId).execute();
  await keepUnmarked(tx, commentId, places);
  return true;
}

const nameOf = ({ paragraph, from }: Beginning) => `${paragraph}-${from}`;

/** What its writer does not want marked in a comment. */
export function unmarkedOf(db: Db, commentId: string): Promise<Beginning[]> {
  return db
    .selectFrom('comment_unmarked')
    .select(['paragraph', 'from_letter as from'])
    .where('comment_id', '=', commentId)
    .execute();
}

/** The same of many, by comment; nothing for one of which everything is marked. */
export async function unmarkedOfEach(db: Db, commentIds: string[]): Promise<Map<string, Beginning[]>> {
  const found = new Map<string, Beginning[]>();
  if (commentIds.length === 0) return found;
  const rows = await db
    .selectFrom('comment_unmarked')
    .select(['comment_id', 'paragraph', 'from_letter as from'])
    .where('comment_id', 'in', commentIds)
    .execute();
  for (const { comment_id: id, ...place } of rows) found.set(id, [...(found.get(id) ?? []), place]);
  return found;
}

/** Locks a comment’s row where it is published with these words still: what was found in them has its place there. */
export async function lockAsRead(tx: Db, { id, html }: { id: string; html: string }): Promise<boolean> {
  const row = await tx
    .updateTable('comments')
    .set((eb) => ({ html_version: eb.ref('html_version') }))
    .where('id', '=', id)
    .where('html', '=', html)
    .where(showsWords)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
