import { hasAction, lastChangeOf } from '../record/queries.ts';
import type { Db } from '../store/schema.ts';
import type { VersionedKey } from './text-versions.ts';

export type NewWording = {
  key: VersionedKey;
  /** How it read until now. */
  before: string;
  text: string;
  salt: string;
  /** UTC. */
  since: string;
  byRole: string;
};

/**
 * Keeps a new wording of a text in the transaction that changes it, and with the first one how it read before: but
 * not what no reader can have relied on, because nothing was published then.
 */
export async function keepWording(
  tx: Db,
  { key, before, text, salt, since, byRole }: NewWording,
): Promise<void> {
  const last = await tx
    .selectFrom('text_versions')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('key', '=', key)
    .executeTakeFirst();
  let number = Number(last?.number ?? 0);
  if (number === 0 && before !== text && (await anythingPublished(tx, since))) {
    number = 1;
    const earlier = { key, number, text: before, salt: null, by_role: null };
    await tx
      .insertInto('text_versions')
      .values({ ...earlier, since: await lastChangeOf(tx, key) })
      .execute();
  }
  await tx
    .insertInto('text_versions')
    .values({ key, number: number + 1, text, salt, since, by_role: byRole })
    .execute();
}

function anythingPublished(tx: Db, before: string): Promise<boolean> {
  return hasAction(tx, { actions: ['article.publish', 'article.import'], before });
}
