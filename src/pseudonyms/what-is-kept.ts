import type { Db, Time } from '../store/schema.ts';
import type { WriterKeyKind } from '../store/schema-writers.ts';
import { browserKey } from './queries.ts';

/** A name as its holder sees it on their own page. */
export type OwnName = {
  id: string;
  name: string;
  /** `held` for good; `waiting` until a time; `lapsed` and anybody's; `given-up`. */
  state: 'held' | 'waiting' | 'lapsed' | 'given-up';
  until: Time | null;
  published: number;
  /** The newest published responses under it. */
  newest: { number: number; article: { title: string; path: string } }[];
};

/** A key as its owner sees it: `content` is an address, `here` the browser that asks. */
export type OwnKey = { id: string; kind: WriterKeyKind; madeAt: Time; here: boolean; content: string | null };

/** What a writer sees of themselves; null names and keys for a browser that nobody is known by. */
export type OwnView = { writerId: string | null; names: OwnName[]; keys: OwnKey[] };

const mostNamed = 5;
const mostNames = 100;

/** Everything that is kept of whoever has a secret. */
export async function viewOwn(db: Db, { secret, now }: { secret: string; now: Time }): Promise<OwnView> {
  const key = await browserKey(db, secret);
  if (key === null || key.endedAt !== null) return { writerId: null, names: [], keys: [] };
  const { writerId } = key;
  return { writerId, names: await namesOf(db, { writerId, now }), keys: await keysOf(db, key) };
}

async function keysOf(db: Db, { id, writerId }: { id: string; writerId: string }): Promise<OwnKey[]> {
  const rows = await db
    .selectFrom('writer_keys')
    .select(['id', 'kind', 'made_at', 'content'])
    .where('writer_id', '=', writerId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .limit(mostNames)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, madeAt: row.made_at, here: row.id === id },
    content: row.kind === 'email' ? row.content : null,
  }));
}

async function namesOf(db: Db, { writerId, now }: { writerId: string; now: Time }): Promise<OwnName[]> {
  const rows = await db
    .selectFrom('pseudonyms')
    .select(['id', 'name', 'bound_at', 'reserved_until', 'given_up_at'])
    .where('writer_id', '=', writerId)
    .orderBy('id')
    .limit(mostNames)
    .execute();
  const names: OwnName[] = [];
  for (const row of rows) {
    const { id, name, reserved_until: until } = row;
    names.push({ id, name, state: stateOf(row, now), until, ...(await usesOf(db, id)) });
  }
  return names;
}

type Row = { bound_at: Time | null; reserved_until: Time | null; given_up_at: Time | null };

function stateOf({ bound_at, reserved_until, given_up_at }: Row, now: Time): OwnName['state'] {
  if (given_up_at !== null) return 'given-up';
  if (bound_at !== null) return 'held';
  return (reserved_until ?? '') > now ? 'waiting' : 'lapsed';
}

async function usesOf(db: Db, pseudonymId: string): Promise<Pick<OwnName, 'published' | 'newest'>> {
  const published = db
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .where('comments.pseudonym_id', '=', pseudonymId)
    .where('comments.state', '=', 'published');
  const counted = await published.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirst();
  const rows = await published
    .select(['comments.number', 'articles.title', 'articles.path'])
    .orderBy('comments.published_at', 'desc')
    .orderBy('comments.id', 'desc')
    .limit(mostNamed)
    .execute();
  return {
    published: Number(counted?.count ?? 0),
    newest: rows.map(({ number, title, path }) => ({
      number: number ?? 0,
      article: { title, path: path ?? '/' },
    })),
  };
}
