import type { Db } from '../store/schema.ts';
import type { ArticleInput } from './article.ts';

/** Everything of an article that two may change at once, as it was saved. */
export type VersionFields = Omit<ArticleInput, 'change'>;

/** Fields that versions have not that were saved before there were such. */
const addedLater = { language: '' };

/** As many saved versions of an article are kept as its writers can have open, and more. */
const mostVersions = 40;

type Version = { id: string; version: string; input: ArticleInput; staffId: string | null };

/** Keeps what is saved, inside the caller's transaction: whoever still writes on it can be merged with what follows. */
export async function keepVersion(tx: Db, { id, version, input, staffId }: Version): Promise<void> {
  const { change: _, ...fields } = input;
  await tx
    .insertInto('draft_versions')
    .values({ article_id: id, version, fields: JSON.stringify(fields), staff_id: staffId })
    .onConflict((conflict) => conflict.columns(['article_id', 'version']).doNothing())
    .execute();
  const oldest = await tx
    .selectFrom('draft_versions')
    .select('version')
    .where('article_id', '=', id)
    .orderBy('version', 'desc')
    .offset(mostVersions)
    .limit(1)
    .executeTakeFirst();
  if (!oldest) return;
  await tx
    .deleteFrom('draft_versions')
    .where('article_id', '=', id)
    .where('version', '<=', oldest.version)
    .execute();
}

/** What was saved then; null where it is kept no more. */
export async function readVersion(db: Db, id: string, version: string): Promise<VersionFields | null> {
  const row = await db
    .selectFrom('draft_versions')
    .select('fields')
    .where('article_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? { ...addedLater, ...(JSON.parse(row.fields) as VersionFields) } : null;
}

/** Who saved the newest version, where that is known. */
export async function lastWriter(db: Db, id: string): Promise<{ name: string; at: string } | null> {
  const row = await db
    .selectFrom('draft_versions')
    .innerJoin('staff', 'staff.id', 'draft_versions.staff_id')
    .select(['staff.name', 'draft_versions.version'])
    .where('draft_versions.article_id', '=', id)
    .orderBy('draft_versions.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { name: row.name, at: row.version } : null;
}

/** The same words as another version: publishing is one, and changes none. */
export async function copyVersion(
  tx: Db,
  id: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const row = await tx
    .selectFrom('draft_versions')
    .select(['fields', 'staff_id'])
    .where('article_id', '=', id)
    .where('version', '=', from)
    .executeTakeFirst();
  if (!row) return;
  await tx
    .insertInto('draft_versions')
    .values({ article_id: id, version: to, ...row })
    .onConflict((conflict) => conflict.columns(['article_id', 'version']).doNothing())
    .execute();
}
