import { looksOf, looksVersion } from '../names/look-alike.ts';
import type { Db } from '../store/schema.ts';

/** Keeps what a name of the publication's own could be taken for: a reader who signs with that is refused. */
export async function guardOwnName(tx: Db, name: string): Promise<void> {
  const looks = [...new Set(looksOf(name))].sort();
  await tx
    .deleteFrom('own_looks')
    .where('name', '=', name)
    .where('looks_version', '<', looksVersion)
    .execute();
  await tx
    .insertInto('own_looks')
    .values(looks.map((look) => ({ look, name, looks_version: looksVersion })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * The name among the publication's own that another one could be taken for: of its staff, or over a published
 * article. Null for none. Whose account is closed is still protected: what they wrote stands.
 */
export async function ownNameLike(db: Db, name: string): Promise<string | null> {
  const found = await db
    .selectFrom('own_looks')
    .select('own_looks.name')
    .where('own_looks.look', 'in', looksOf(name))
    .where((eb) =>
      eb.or([
        eb.exists(eb.selectFrom('staff').select('staff.id').whereRef('staff.name', '=', 'own_looks.name')),
        eb.exists(
          eb
            .selectFrom('article_bylines')
            .innerJoin('articles', 'articles.id', 'article_bylines.article_id')
            .select('articles.id')
            .whereRef('article_bylines.name', '=', 'own_looks.name')
            .where('articles.state', '<>', 'draft'),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return found?.name ?? null;
}

const atOnce = 500;

/** Guards every name that was there before names were guarded, or by an older table of look-alikes. Answers how many. */
export async function guardEveryName(tx: Db): Promise<number> {
  for (let guarded = 0; ; ) {
    const names = await unguarded(tx);
    for (const name of names) await guardOwnName(tx, name);
    guarded += names.length;
    if (names.length < atOnce) return guarded;
  }
}

async function unguarded(tx: Db): Promise<string[]> {
  const guarded = tx
    .selectFrom('own_looks')
    .select('own_looks.name')
    .where('looks_version', '>=', looksVersion);
  const rows = await tx
    .selectFrom('staff')
    .select('name')
    .where('name', 'not in', guarded)
    .union(tx.selectFrom('article_bylines').select('name').where('name', 'not in', guarded))
    .limit(atOnce)
    .execute();
  return rows.map(({ name }) => name);
}
