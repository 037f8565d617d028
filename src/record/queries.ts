import type { SelectQueryBuilder } from 'kysely';
import type { Db, Schema } from '../store/schema.ts';
import type { Action, EntryBody } from './entry.ts';

/** An entry that has its place in the chain. */
export type StoredEntry = {
  id: string;
  seq: number;
  at: string;
  action: string;
  visibility: 'public' | 'private';
  article_id: string | null;
  leaf: string;
  private_body: string | null;
  private_salt: string | null;
  hash: string;
};

const columns = [
  'id',
  'seq',
  'at',
  'action',
  'visibility',
  'article_id',
  'leaf',
  'private_body',
  'private_salt',
  'hash',
] as const;

/** Entries of the chain in their order: after a number, or with null from the lowest that there is. */
export async function storedEntries(
  db: Db,
  { after, limit }: { after: number | null; limit: number },
): Promise<StoredEntry[]> {
  const placed = db.selectFrom('record_entries').select(columns);
  const rows = await (after === null ? placed.where('seq', 'is not', null) : placed.where('seq', '>', after))
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, seq: row.seq ?? 0, hash: row.hash ?? '' }));
}

/** Newest entries first, of one visibility and of some actions. */
export async function newestEntries(
  db: Db,
  filter: EntryFilter & { before?: number | null; limit: number },
): Promise<StoredEntry[]> {
  let query = matching(db, filter).select(columns);
  if (filter.before) query = query.where('seq', '<', filter.before);
  const rows = await query.orderBy('seq', 'desc').limit(filter.limit).execute();
  return rows.map((row) => ({ ...row, seq: row.seq ?? 0, hash: row.hash ?? '' }));
}

export type EntryFilter = {
  visibility: 'public' | 'all';
  actions: readonly string[] | null;
  narrowed?: Narrowed;
};

/**
 * Public entries of a reason, by a role, of articles, of complaints of a regime, in a time (`from` in it, `to` not; UTC);
 * null where any.
 */
export type Narrowed = {
  reason: string | null;
  role: string | null;
  articles: readonly string[] | null;
  regime: string | null;
  from: string | null;
  to: string | null;
};

export async function countEntries(db: Db, filter: EntryFilter): Promise<number> {
  const row = await matching(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** The number of the first entry newer than a page's first, so that the page before it can be linked. */
export async function seqAbove(
  db: Db,
  filter: EntryFilter,
  { seq, page }: { seq: number; page: number },
): Promise<number | null> {
  const rows = await matching(db, filter)
    .select('seq')
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(page)
    .execute();
  const last = rows.at(-1)?.seq;
  return last ? last + 1 : null;
}

/** Codes are letters, digits and hyphens: in the canonical bytes of a leaf each stands in one way only. */
const isCode = (text: string) => /^[a-z0-9-]{1,40}$/.test(text);

function matching(db: Db, { visibility, actions, narrowed }: EntryFilter) {
  let query = db.selectFrom('record_entries').where('seq', 'is not', null);
  if (visibility === 'public') query = query.where('visibility', '=', 'public');
  if (actions) query = query.where('action', 'in', [...actions]);
  if (!narrowed) return query;
  const { reason, role, articles, regime, from, to } = narrowed;
  if (reason && isCode(reason)) query = query.where('leaf', 'like', `%,"reason":"${reason}",%`);
  if (role && isCode(role)) query = query.where('leaf', 'like', `%"role":"${role}"},"id":%`);
  if (articles) query = query.where('article_id', 'in', [...articles, '']);
  if (regime && isCode(regime)) query = query.where('subject_id', 'in', casesOf(db, regime));
  if (from) query = query.where('at', '>=', from);
  if (to) query = query.where('at', '<', to);
  return query;
}

/** The complaints of a regime: the line that opens one says which it is of. */
function casesOf(db: Db, regime: string) {
  return db
    .selectFrom('record_entries as opening')
    .select('opening.subject_id')
    .where('opening.visibility', '=', 'public')
    .where('opening.action', '=', 'case.open')
    .where('opening.leaf', 'like', `%,"reason":"${regime}",%`);
}

/** The end of the chain. */
export async function chainHead(db: Db): Promise<{ seq: number; hash: string; at: string } | null> {
  const row = await db
    .selectFrom('record_entries')
    .select(['seq', 'hash', 'at'])
    .where('seq', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq && row.hash ? { seq: row.seq, hash: row.hash, at: row.at } : null;
}

/** The number of the newest public entry; 0 where there is none. */
export async function lastPublicSeq(db: Db): Promise<number> {
  const row = await db
    .selectFrom('record_entries')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('visibility', '=', 'public')
    .executeTakeFirst();
  return Number(row?.seq ?? 0);
}

/** What changes the page of any article. */
const onEveryPage: Action[] = [
  'setting.change',
  'tag.rename',
  'tag.merge',
  'menu.change',
  'page.withdraw',
  'page.restore',
];

/**
 * A text that changes with every entry of the public record, and so with everything that readers can see: of the
 * whole publication, or of one article and of what its page takes from the settings.
 */
export async function publicStamp(db: Db, articleId?: string): Promise<string> {
  if (articleId === undefined)
    return stampOf(db.selectFrom('record_entries').where('visibility', '=', 'public'));
  const ofArticle = db.selectFrom('record_entries').where('article_id', '=', articleId);
  const ofSettings = db
    .selectFrom('record_entries')
    .where('visibility', '=', 'public')
    .where('action', 'in', onEveryPage);
  return `${await stampOf(ofArticle)} ${await stampOf(ofSettings)}`;
}

/** The last entry's place, and how many wait for theirs. */
async function stampOf(
  entries: SelectQueryBuilder<Schema, 'record_entries', Record<string, never>>,
): Promise<string> {
  const last = await entries.select((eb) => eb.fn.max('seq').as('seq')).executeTakeFirst();
  const waiting = await entries
    .where('seq', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return `${last?.seq ?? 0}+${waiting?.count ?? 0}`;
}

/** Whether something of the kind was entered in public before a UTC time. */
export async function hasAction(
  db: Db,
  { actions, before }: { actions: readonly string[]; before: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('record_entries')
    .select('id')
    .where('visibility', '=', 'public')
    .where('action', 'in', [...actions])
    .where('at', '<=', before)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** When a setting was changed last, as the public record tells it; null where it does not. */
export async function lastChangeOf(db: Db, setting: string): Promise<string | null> {
  return (await settingEntries(db, setting)).at(-1)?.at ?? null;
}

/** The public entries of one setting's changes, oldest first: those that wait for their place too. */
export async function settingEntries(db: Db, setting: string): Promise<{ at: string; words: string }[]> {
  const rows = await db
    .selectFrom('record_entries')
    .select('leaf')
    .where('visibility', '=', 'public')
    .where('action', '=', 'setting.change')
    .where('subject_id', '=', setting)
    .orderBy('id')
    .execute();
  return rows
    .map(({ leaf }) => JSON.parse(leaf) as EntryBody)
    .map(({ at, words }) => ({ at, words: words ?? '' }));
}

/** How often an action was entered in public in each minute since a UTC time: `2026-11-26T07:03`. */
export async function entriesByMinute(
  db: Db,
  { actions, since }: { actions: readonly string[]; since: string },
): Promise<{ minute: string; action: string; count: number }[]> {
  const rows = await db
    .selectFrom('record_entries')
    .select((eb) => [
      eb.fn<string>('substr', ['at', eb.lit(1), eb.lit(16)]).as('minute'),
      'action',
      eb.fn.countAll<number>().as('count'),
    ])
    .where('visibility', '=', 'public')
    .where('action', 'in', [...actions])
    .where('at', '>=', since)
    .groupBy(['minute', 'action'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/**
 * The entries about one thing that have their place, oldest first, no more than so many: the public ones, and of the
 * private ones those of the actions that are named.
 */
export async function entriesOf(
  db: Db,
  subject: string,
  { privately = [], limit = 100 }: { privately?: readonly Action[]; limit?: number } = {},
): Promise<StoredEntry[]> {
  const rows = await db
    .selectFrom('record_entries')
    .select(columns)
    .where('subject_id', '=', subject)
    .where((eb) => eb.or([eb('visibility', '=', 'public'), eb('action', 'in', [...privately, ''])]))
    .where('seq', 'is not', null)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, seq: row.seq ?? 0, hash: row.hash ?? '' }));
}
