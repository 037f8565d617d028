import type { Db, RevisionKind } from '../../store/schema.ts';

/** A version in the list of an article's versions, without its words. */
export type RevisionLine = { number: number; at: string; kind: RevisionKind };

/** A version with its words. Its salt is its own: no two versions share it. */
export type RevisionWords = {
  number: number;
  title: string;
  standfirst: string | null;
  source: string;
  source_format: 'markdown' | 'html';
  salt: string;
};

/** Versions of an article, newest first. */
export async function revisionLines(
  db: Db,
  articleId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<RevisionLine[]> {
  return db
    .selectFrom('article_revisions')
    .select(['number', 'at', 'kind'])
    .where('article_id', '=', articleId)
    .orderBy('number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

/** One version's words, or null. */
export async function revisionWords(
  db: Db,
  articleId: string,
  number: number,
): Promise<RevisionWords | null> {
  const row = await db
    .selectFrom('article_revisions')
    .select(['number', 'title', 'standfirst', 'source', 'source_format', 'salt'])
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}
