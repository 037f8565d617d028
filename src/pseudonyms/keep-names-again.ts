import { nativeOrigins } from '../articles/article.ts';
import { looksVersion } from '../names/look-alike.ts';
import type { Site } from '../site.ts';
import { guardEveryName } from '../staff/own-names.ts';
import type { Db } from '../store/schema.ts';
import { keepArchiveNames } from './archive-names.ts';
import { looksToHold } from './pseudonym.ts';

const atOnce = 100;

/**
 * Keeps the looks of every name that was there before looks were kept, or that an older table of look-alikes made.
 * Of two that bound names which look the same, the earlier one holds the look. `signal` ends it between two batches.
 */
export async function keepNamesAgain(site: Site, signal?: AbortSignal): Promise<number> {
  await site.store.write(guardEveryName);
  await site.store.write(passOver);
  let kept = 0;
  for (const batch of [readersAgain, archivesAgain])
    for (let more = atOnce; more === atOnce && !signal?.aborted; ) {
      more = await site.store.write(batch);
      kept += more;
    }
  return kept;
}

/** Nothing is to be kept of articles without an archive, and of names that were never published under. */
async function passOver(tx: Db): Promise<void> {
  await tx
    .updateTable('articles')
    .set({ looks_version: looksVersion })
    .where('looks_version', '<', looksVersion)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('comments')
            .select('comments.id')
            .whereRef('comments.article_id', '=', 'articles.id')
            .where('comments.origin', 'not in', nativeOrigins),
        ),
      ),
    )
    .execute();
  await tx
    .updateTable('pseudonyms')
    .set({ looks_version: looksVersion })
    .where('looks_version', '<', looksVersion)
    .where('bound_at', 'is', null)
    .where('reserved_until', 'is', null)
    .execute();
}

async function readersAgain(tx: Db): Promise<number> {
  const rows = await tx
    .selectFrom('pseudonyms')
    .select(['id', 'name'])
    .where('looks_version', '<', looksVersion)
    .orderBy((eb) => eb.fn.coalesce('bound_at', 'reserved_until'))
    .orderBy('id')
    .limit(atOnce)
    .execute();
  for (const { id, name } of rows) await holdAgain(tx, { id, name });
  return rows.length;
}

async function holdAgain(tx: Db, { id, name }: { id: string; name: string }): Promise<void> {
  await tx.deleteFrom('name_looks').where('pseudonym_id', '=', id).where('scope', '=', '').execute();
  await tx
    .insertInto('name_looks')
    .values(looksToHold(name).map((look) => ({ scope: '', look, pseudonym_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx.updateTable('pseudonyms').set({ looks_version: looksVersion }).where('id', '=', id).execute();
}

async function archivesAgain(tx: Db): Promise<number> {
  const rows = await tx
    .selectFrom('articles')
    .select('id')
    .where('looks_version', '<', looksVersion)
    .limit(atOnce)
    .execute();
  for (const { id } of rows) await keepArchiveNames(tx, id);
  return rows.length;
}
