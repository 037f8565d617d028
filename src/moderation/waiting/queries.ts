import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { CommentState, Db, Schema } from '../../store/schema.ts';
import { reviewWaits } from './review-waits.ts';
import {
  isSearch,
  noneWaiting,
  type QueueFilter,
  type Waiting,
  type WaitingCounts,
  type WaitingKind,
} from './waiting.ts';

/** Whose list it is: the kinds that their role decides. */
export type Asked = {
  filter: QueueFilter;
  kinds: readonly WaitingKind[];
  /** The UTC time by which it is asked: what has ended by itself waits no more. */
  now: string;
};

/** Written out, so that both engines know that the index of what is held answers. */
const isHeld = sql.lit<CommentState>('held');

type Arm = SelectQueryBuilder<Schema, keyof Schema, object>;
/** A builder knows which tables it reads, and arms of different tables have one type here: columns are named in full. */
const armOf = <Tables extends keyof Schema>(query: SelectQueryBuilder<Schema, Tables, object>) =>
  query as unknown as Arm;

/** One kind of what waits: its rows as far as the filter lets them through, by when they stand in the queue. */
type Kind = {
  of(db: Db, filter: QueueFilter, now: string): Arm | null;
  at: string;
  id: string;
  ref: string;
  /** When it came. */
  came: string;
};

/**
 * The kinds, each with an index by its place in the queue: a new one is a line here, and a component that draws it. Where
 * a filter asks for what a kind does not have, the kind has no part in the list.
 */
const parts: Record<WaitingKind, Kind> = {
  held: {
    of: (db, filter) =>
      armOf(db.selectFrom('comments').where('comments.state', '=', isHeld).where(narrowedTo(filter))),
    ...{ at: 'comments.queue_at', id: 'comments.id', ref: 'comments.id', came: 'comments.posted_at' },
  },
  report: {
    of: (db, { because, name, words, articleId }) => {
      if (because !== null) return null;
      let query = db.selectFrom('report_items').where('report_items.closed_at', 'is', null);
      if (articleId !== null) query = query.where('report_items.article_id', '=', articleId);
      if (name === null && words === null) return armOf(query);
      const narrowed = narrowedTo({ kind: null, articleId: null, because: null, name, words });
      return armOf(query.innerJoin('comments', 'comments.id', 'report_items.comment_id').where(narrowed));
    },
    ...{ at: 'report_items.queue_at', id: 'report_items.id', ref: 'report_items.comment_id' },
    came: 'report_items.first_at',
  },
  review: {
    of: (db, { because, words, name, articleId }, now) => {
      if (because !== null || words !== null) return null;
      return armOf(
        db
          .selectFrom('reviews')
          .innerJoin('comments', 'comments.id', 'reviews.comment_id')
          .where(reviewWaits(now))
          .where(narrowedTo({ kind: null, because: null, words: null, name, articleId })),
      );
    },
    ...{ at: 'reviews.asked_at', id: 'reviews.id', ref: 'reviews.id', came: 'reviews.asked_at' },
  },
  case: {
    of: (db, { articleId, ...filter }) => {
      if (isSearch({ articleId, ...filter })) return null;
      const query = db.selectFrom('cases').where('cases.closed_at', 'is', null);
      return armOf(articleId === null ? query : query.where('cases.article_id', '=', articleId));
    },
    ...{ at: 'cases.queue_at', id: 'cases.id', ref: 'cases.id', came: 'cases.received_at' },
  },
};

function armsOf(db: Db, { filter, kinds, now }: Asked) {
  return kinds.flatMap((kind) => {
    const { of, ...columns } = parts[kind];
    const arm = filter.kind === null || filter.kind === kind ? of(db, filter, now) : null;
    return arm === null ? [] : [{ kind, arm, ...columns }];
  });
}

/** What waits, oldest and riskiest first: one list of all kinds, which the database merges by their indexes. */
export async function waitingPage(
  db: Db,
  { limit, offset, ...asked }: Asked & { limit: number; offset: number },
): Promise<Waiting[]> {
  const [first, ...others] = armsOf(db, asked).map(({ kind, arm, at, id, ref }) =>
    arm.select([
      sql<WaitingKind>`${sql.lit(kind)}`.as('kind'),
      sql<string>`${sql.raw(ref)}`.as('ref'),
      sql<string>`${sql.raw(at)}`.as('at'),
      sql<string>`${sql.raw(id)}`.as('id'),
    ]),
  );
  if (!first) return [];
  const all = others.reduce((one, other) => one.unionAll(other), first);
  const rows = await all.orderBy('at').orderBy('id').limit(limit).offset(offset).execute();
  return rows.map(({ kind, ref }) => ({ kind, ref }));
}

/** So many are counted of a kind, and no more. */
const mostCounted = 1_000_000;

/** How many wait of each kind, of those that came after a time where it is given; counted no further than so many. */
export async function countWaiting(
  db: Db,
  { most = mostCounted, since = null, ...asked }: Asked & { most?: number; since?: string | null },
): Promise<WaitingCounts> {
  const counts: WaitingCounts = { ...noneWaiting };
  const count = async ({ kind, arm, came }: ReturnType<typeof armsOf>[number]) => {
    const all = since === null ? arm : arm.where(sql<boolean>`${sql.raw(came)} > ${since}`);
    const some = all.select(sql<number>`1`.as('one')).limit(most);
    const row = await db
      .selectFrom(some.as('some'))
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirst();
    counts[kind] = Number(row?.count ?? 0);
  };
  await Promise.all(armsOf(db, asked).map(count));
  return counts;
}

/** When the newest held or reported response came to the queue, and the oldest; null where none waits. */
export async function waitingSince(db: Db): Promise<{ oldest: string; newest: string } | null> {
  const held = db.selectFrom('comments').select('posted_at as at').where('state', '=', isHeld);
  const reported = db.selectFrom('report_items').select('first_at as at').where('closed_at', 'is', null);
  const found = await Promise.all([
    held.orderBy('posted_at').limit(1).executeTakeFirst(),
    held.orderBy('posted_at', 'desc').limit(1).executeTakeFirst(),
    reported.orderBy('first_at').limit(1).executeTakeFirst(),
    reported.orderBy('first_at', 'desc').limit(1).executeTakeFirst(),
  ]);
  const times = found.flatMap((row) => (row ? [row.at] : [])).sort();
  const [oldest] = times;
  const newest = times.at(-1);
  return oldest && newest ? { oldest, newest } : null;
}

/** What is held under an article of a query. */
function heldUnder(eb: ExpressionBuilder<Schema, 'articles'>) {
  return eb
    .selectFrom('comments')
    .whereRef('comments.article_id', '=', 'articles.id')
    .where('comments.state', '=', isHeld);
}

/** Articles under which held or reported responses wait, most first. */
export async function waitingByArticle(db: Db): Promise<{ id: string; title: string; count: number }[]> {
  // Article by article: by the index of each, where grouping would sort all that is held.
  const held = db
    .selectFrom('articles')
    .select((eb) => [
      'articles.id as article_id',
      heldUnder(eb)
        .select((of) => of.fn.countAll<number>().as('count'))
        .as('count'),
    ])
    .where((eb) => eb.exists(heldUnder(eb).select('comments.id')));
  const reported = db
    .selectFrom('report_items')
    .select((eb) => ['article_id', eb.fn.countAll<number>().as('count')])
    .where('closed_at', 'is', null)
    .groupBy('article_id');
  const rows = await db
    .selectFrom(held.unionAll(reported).as('counted'))
    .innerJoin('articles', 'articles.id', 'counted.article_id')
    .select((eb) => ['articles.id', 'articles.title', eb.fn.sum<number>('counted.count').as('count')])
    .groupBy(['articles.id', 'articles.title'])
    .orderBy('count', 'desc')
    .orderBy('articles.id', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** Both databases fold ASCII letters alone: others are found as they are written. */
export function narrowedTo({ articleId, because, name, words }: QueueFilter) {
  return (eb: ExpressionBuilder<Schema, 'comments'>) => {
    const holds = (column: 'comments.name' | 'comments.source' | 'comments.held_for', text: string) =>
      sql<boolean>`lower(${eb.ref(column)}) like ${patternOf(text)} escape '!'`;
    return eb.and([
      ...(articleId === null ? [] : [eb('comments.article_id', '=', articleId)]),
      ...(because === null ? [] : [holds('comments.held_for', `"${because}"`)]),
      ...(name === null ? [] : [holds('comments.name', name)]),
      ...(words === null ? [] : [holds('comments.source', words)]),
    ]);
  };
}

function patternOf(text: string): string {
  const small = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return `%${small.replace(/[!%_]/g, '!$&')}%`;
}
