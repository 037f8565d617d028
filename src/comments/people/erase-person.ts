import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import { forgetWriterLetters } from '../../pseudonyms/forget-writer-letters.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { type Erasing, enterGone, type Gone, takeName, takeWords } from '../erasure/erase-comment.ts';
import { askToScrub } from '../erasure/scrub.ts';
import type { Who } from './person.ts';
import { responseIdsOf } from './queries.ts';
import { eraseReportsLeftBy } from './reports-left.ts';
import { writerOf } from './writers-own.ts';

/** How much: the name and the addresses alone, or the words with them. */
export type Depth = 'name' | 'words';

/** In one transaction: the writes of others come in between. */
const atOnce = 50;
const mostAtAll = 100_000;

/**
 * Erases what is kept of a person, as the state of each response asks: words leave a tombstone under their number,
 * names leave the words; what they reported loses their address, and its words with the others. What has a number does
 * not go without a line of the record. Answers how many responses and reports that were. Refusal: `nothing-left`.
 */
export async function erasePerson(site: Site, { who, ...how }: { who: Who } & How): Promise<Outcome<Erased>> {
  const ids = await responseIdsOf(site.store.read, who, { limit: mostAtAll });
  let erased = 0;
  for (let from = 0; from < ids.length; from += atOnce)
    erased += await site.store.write((tx) =>
      eraseSome(site, tx, { ids: ids.slice(from, from + atOnce), ...how }),
    );
  const reports = await site.store.write(async (tx) => {
    await forgetNames(tx, await namesOfWriter(tx, who));
    if (who.by === 'email' || who.by === 'read-email') await forgetWriterLetters(tx, [who.value]);
    const left = await eraseReportsLeftBy(tx, { who, words: how.depth === 'words' });
    if (left > 0) await askToScrub(site, tx);
    return left;
  });
  return erased + reports === 0
    ? refuse('nothing-left', 'Nothing is kept of this person: there is nothing to erase.')
    : done({ erased, reports });
}

type How = { depth: Depth; erasing: Erasing };
type Erased = { erased: number; reports: number };

async function eraseSome(site: Site, tx: Db, { ids, ...how }: { ids: string[] } & How): Promise<number> {
  const pseudonyms = await pseudonymsOf(tx, ids);
  await forgetWriterLetters(tx, await addressesIn(tx, ids));
  const gone: Gone[] = [];
  for (const id of ids) gone.push(...(await take(site, tx, { id, ...how })));
  await enterGone(site, tx, gone);
  await forgetNames(tx, pseudonyms);
  return gone.length;
}

async function take(site: Site, tx: Db, { id, depth, erasing }: { id: string } & How): Promise<Gone[]> {
  if (depth === 'name') return asList(await takeName(site, tx, { id, erasing }));
  const erased = () => takeWords(site, tx, { id, state: 'erased', erasing });
  if (erasing.by.actor.role !== 'writer') return asList(await erased());
  // what its writer takes back is withdrawn; what was removed or refused before is erased
  const own = { ...erasing, reason: null };
  return asList((await takeWords(site, tx, { id, state: 'withdrawn', erasing: own })) ?? (await erased()));
}

const asList = (gone: Gone | null) => (gone === null ? [] : [gone]);

async function pseudonymsOf(tx: Db, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('comments')
    .select('pseudonym_id')
    .distinct()
    .where('id', 'in', ids)
    .where('pseudonym_id', 'is not', null)
    .execute();
  return rows.map((row) => row.pseudonym_id ?? '');
}

async function addressesIn(tx: Db, ids: string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('comments')
    .select('email')
    .distinct()
    .where('id', 'in', ids)
    .where('email', 'is not', null)
    .execute();
  return rows.map(({ email }) => email ?? '');
}

/** Names that a writer took and never used are theirs too. */
async function namesOfWriter(tx: Db, who: Who): Promise<string[]> {
  if (who.by === 'response') return [];
  const writer = await writerOf(tx, who);
  if (writer === null) return [];
  const rows = await tx.selectFrom('pseudonyms').select('id').where('writer_id', '=', writer).execute();
  return rows.map(({ id }) => id);
}

/** A name that nothing is signed with any more is nobody's, and a writer without a name is nobody. */
async function forgetNames(tx: Db, pseudonyms: string[]): Promise<void> {
  if (pseudonyms.length === 0) return;
  const unused = await tx
    .selectFrom('pseudonyms')
    .select(['id', 'writer_id'])
    .where('id', 'in', pseudonyms)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('comments')
            .select('comments.id')
            .whereRef('comments.pseudonym_id', '=', 'pseudonyms.id'),
        ),
      ),
    )
    .execute();
  if (unused.length === 0) return;
  const ids = unused.map(({ id }) => id);
  await tx.deleteFrom('name_looks').where('pseudonym_id', 'in', ids).execute();
  await tx.deleteFrom('pseudonyms').where('id', 'in', ids).execute();
  for (const id of new Set(unused.map((row) => row.writer_id ?? ''))) await forgetWriter(tx, id);
}

async function forgetWriter(tx: Db, id: string): Promise<void> {
  const name = await tx
    .selectFrom('pseudonyms')
    .select('id')
    .where('writer_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  if (name) return;
  await tx.deleteFrom('writer_tokens').where('writer_id', '=', id).execute();
  const keys = await tx.deleteFrom('writer_keys').where('writer_id', '=', id).returning('content').execute();
  await forgetWriterLetters(
    tx,
    keys.flatMap(({ content }) => content ?? []),
  );
  await tx.deleteFrom('writers').where('id', '=', id).execute();
}
