import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { archiveNamesNear } from './archive-names-near.ts';
import { type Query, together } from './together.ts';

/** Names that a hint tells, and whether there are others. */
export type SomeNames = { names: string[]; others: boolean };

/** What only whoever decides on a response may know of its name. */
export type NameHint = {
  /** What its writer signs with as well. */
  sameWriter: SomeNames;
  /** What others signed with who wrote from the same network address in the last thirty days. */
  sameAddress: SomeNames;
  /** Names of the archive of the same article that it looks like. */
  archive: SomeNames;
};

/** A response whose name is somebody's. One without a name, the staff's, and one whose name was erased are none. */
export type Named = {
  id: string;
  article_id: string;
  name: string;
  origin: string;
  pseudonym_id: string | null;
  address_hash: string | null;
  writer_id: string | null;
};

const mostNames = 5;
/** Of one address, so many of the newest responses are looked at: the cost follows the page, not a flood. */
const mostOfAddress = 500;
const thirtyDays = 30 * 86_400_000;

/**
 * What the desk hints at for the names over these responses, by id; nothing for a response with no hint. Four queries,
 * however many there are. For nobody else: no page of readers, no feed and no program may ask.
 */
export async function nameHints({ store, clock }: Site, ids: string[]): Promise<Map<string, NameHint>> {
  const db = store.read;
  const named = await namedOf(db, ids);
  if (named.length === 0) return new Map();
  const since = new Date(clock.now().getTime() - thirtyDays).toISOString();
  const [own, near, archive] = await Promise.all([
    namesOfWriters(db, distinct(named.map((each) => each.writer_id))),
    namesOfAddresses(db, { addresses: distinct(named.map((each) => each.address_hash)), since }),
    archiveNamesNear(db, named),
  ]);
  const hints = named.map((each): [string, NameHint] => [
    each.id,
    {
      sameWriter: some(own.filter((other) => isSameWriter(each, other) && !isSamePseudonym(each, other))),
      sameAddress: some(near.filter((other) => isNeighbour(each, other))),
      archive: some((archive.get(each.id) ?? []).map((name) => ({ name }))),
    },
  ]);
  return new Map(hints.filter(([, hint]) => Object.values(hint).some(({ names }) => names.length > 0)));
}

async function namedOf(db: Db, ids: string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('comments')
    .leftJoin('pseudonyms', 'pseudonyms.id', 'comments.pseudonym_id')
    .select(['comments.id', 'article_id', 'comments.name', 'origin', 'pseudonym_id', 'address_hash'])
    .select('pseudonyms.writer_id')
    .where('comments.id', 'in', ids)
    .where('comments.name', '<>', '')
    .where('by_staff', 'is', null)
    .execute();
}

type Holder = Pick<Named, 'pseudonym_id' | 'writer_id'>;
type Other = Holder & { name: string; address_hash: string | null };

function isSameWriter(one: Holder, other: Holder): boolean {
  return one.writer_id !== null && one.writer_id === other.writer_id;
}

function isSamePseudonym(one: Holder, other: Holder): boolean {
  return one.pseudonym_id !== null && one.pseudonym_id === other.pseudonym_id;
}

function isNeighbour(one: Named, other: Other): boolean {
  const sameAddress = one.address_hash !== null && one.address_hash === other.address_hash;
  return sameAddress && !isSameWriter(one, other) && !isSamePseudonym(one, other);
}

/** Names of writers under which a response is kept: one more than is told, and the one that it is told of. */
async function namesOfWriters(db: Db, writers: string[]): Promise<Other[]> {
  const of = (writer: string) =>
    db
      .selectFrom('pseudonyms')
      .select(['pseudonyms.id as pseudonym_id', 'writer_id', 'name'])
      .where('writer_id', '=', writer)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('comments')
            .select('comments.id')
            .whereRef('comments.pseudonym_id', '=', 'pseudonyms.id'),
        ),
      )
      .orderBy('name')
      .limit(mostNames + 2);
  const rows = await inOne(db, writers.map(of));
  return rows.map((row) => ({ ...row, address_hash: null }));
}

/** Names that were signed with from addresses, the newest first. */
async function namesOfAddresses(
  db: Db,
  { addresses, since }: { addresses: string[]; since: string },
): Promise<Other[]> {
  const of = (address: string) =>
    db
      .selectFrom('comments')
      .select(['name', 'pseudonym_id', 'address_hash', 'posted_at'])
      .where('address_hash', '=', address)
      .where('posted_at', '>', since)
      .orderBy('posted_at', 'desc')
      .limit(mostOfAddress);
  const newest = together(db, addresses.map(of));
  if (newest === null) return [];
  return db
    .selectFrom(newest.as('newest'))
    .leftJoin('pseudonyms', 'pseudonyms.id', 'newest.pseudonym_id')
    .select(['newest.name', 'newest.pseudonym_id', 'newest.address_hash', 'pseudonyms.writer_id'])
    .where('newest.name', '<>', '')
    .groupBy(['newest.name', 'newest.pseudonym_id', 'newest.address_hash', 'pseudonyms.writer_id'])
    .orderBy((eb) => eb.fn.max('newest.posted_at'), 'desc')
    .orderBy('newest.name')
    .execute();
}

async function inOne<Row>(db: Db, each: Query<Row>[]): Promise<Row[]> {
  return ((await together(db, each)?.execute()) ?? []) as Row[];
}

function some(found: readonly { name: string }[]): SomeNames {
  const names = distinct(found.map(({ name }) => name));
  return { names: names.slice(0, mostNames), others: names.length > mostNames };
}

function distinct(texts: (string | null)[]): string[] {
  return [...new Set(texts)].filter((text) => text !== null);
}
