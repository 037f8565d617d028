import type { Db } from '../../store/schema.ts';
import { isPublished } from '../../store/visibility.ts';

/** An article that was taken back: since when, why in plain words, and the code of the reason. */
export type Withdrawal = { at: string; note: string; reason: string };

/** The withdrawal in force of an article; null while it is not withdrawn. */
export async function readWithdrawal(db: Db, id: string): Promise<Withdrawal | null> {
  const row = await db
    .selectFrom('articles')
    .leftJoin('article_withdrawals', (join) =>
      join
        .onRef('article_withdrawals.article_id', '=', 'articles.id')
        .on('article_withdrawals.restored_at', 'is', null),
    )
    .select(['at', 'note', 'reason_code', 'updated_at'])
    .where('articles.id', '=', id)
    .where('articles.state', '=', 'withdrawn')
    .executeTakeFirst();
  if (!row) return null;
  return { at: row.at ?? row.updated_at, note: row.note ?? '', reason: row.reason_code ?? '' };
}

/** What became of a path that is no published article's: it moved, it was withdrawn, or null for nothing known. */
export type Lasting = { kind: 'moved'; path: string } | ({ kind: 'withdrawn' } & Withdrawal);

/** Looks a path up among those in force and those of before. However often an article moved, one step leads to it. */
export async function readLasting(db: Db, path: string): Promise<Lasting | null> {
  const here = await db.selectFrom('articles').select('id').where('path', '=', path).executeTakeFirst();
  const id = here?.id ?? (await ownerOf(db, path));
  if (id === null) return null;
  const withdrawal = await readWithdrawal(db, id);
  if (withdrawal) return { kind: 'withdrawn', ...withdrawal };
  const now = await db
    .selectFrom('articles')
    .select('path')
    .where('id', '=', id)
    .where(isPublished)
    .executeTakeFirst();
  return now?.path && now.path !== path ? { kind: 'moved', path: now.path } : null;
}

/** The id of the article that once stood at a path and does no more; null where none did. */
export async function ownerOf(db: Db, path: string): Promise<string | null> {
  const row = await db
    .selectFrom('article_moves')
    .select('article_id')
    .where('from_path', '=', path)
    .limit(1)
    .executeTakeFirst();
  return row?.article_id ?? null;
}

/** The paths at which articles were first published, of those that have moved, by id: what feeds knew them by. */
export async function firstPaths(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('article_moves')
    .select(['article_id', 'from_path'])
    .where('article_id', 'in', ids)
    .orderBy('number', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.article_id, row.from_path]));
}
