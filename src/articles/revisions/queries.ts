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
  at: string;
  kind: RevisionKind;
};

/** Since when a version's words are withheld, and the code of why. */
export type Withheld = { at: string; reason: string };

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
    .select(['number', 'title', 'standfirst', 'source', 'source_format', 'salt', 'at', 'kind'])
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}

/** Which versions of an article are withheld now: since when and why, by their numbers. */
export async function withheldOf(db: Db, articleId: string): Promise<Map<number, Withheld>> {
  const rows = await db
    .selectFrom('revision_withholdings')
    .select(['number', 'state', 'reason', 'at'])
    .where('article_id', '=', articleId)
    .orderBy('number')
    .orderBy('step')
    .execute();
  const newest = new Map(rows.map((row) => [row.number, row]));
  return new Map([...newest].filter(([, { state }]) => state === 'withheld'));
}

/** Since when each version of an article is in force, the first first. */
export async function revisionTimes(db: Db, articleId: string): Promise<{ number: number; at: string }[]> {
  return db
    .selectFrom('article_revisions')
    .select(['number', 'at'])
    .where('article_id', '=', articleId)
    .orderBy('number')
    .execute();
}

/** Every wording of an article's claims, by their numbers, the first first. */
export async function claimWordings(db: Db, articleId: string) {
  return db
    .selectFrom('article_claims')
    .select(['number', 'version', 'state', 'passage', 'claim', 'due', 'at'])
    .where('article_id', '=', articleId)
    .orderBy('number')
    .orderBy('version')
    .execute();
}

/** Every wording of how an article's author knows, the first first. */
export async function attributionWordings(db: Db, articleId: string) {
  return db
    .selectFrom('article_attributions')
    .select(['version', 'content', 'at'])
    .where('article_id', '=', articleId)
    .orderBy('version')
    .execute();
}
