import { placeOf } from '../comments/comment.ts';
import { type CleanHtml, textOf } from '../lib/clean-html.ts';
import type { CommentState, Db } from '../store/schema.ts';
import { together } from './together.ts';

/** What was sent under a name before, by the same holder. */
export type WritersPast = {
  /** How many responses of theirs are in each state, what waits now with them. */
  counts: Map<CommentState, number>;
  /** The last that were decided or published, newest first. */
  last: PastResponse[];
};

export type PastResponse = {
  id: string;
  state: CommentState;
  postedAt: string;
  article: string;
  /** Path and anchor where readers see it, or its tombstone; null while it has no number. */
  place: string | null;
  text: string;
  /** What was last decided on it, and the rule as it read then. */
  decided: { kind: string; at: string; reason: string | null } | null;
};

const mostTold = 5;

/** What the writers of these responses sent before under the same names, by response; nothing where there is no name. */
export async function writersPast(db: Db, ids: string[]): Promise<Map<string, WritersPast>> {
  const holders = await holdersOf(db, ids);
  const pseudonyms = [...new Set(holders.map(({ pseudonym }) => pseudonym))];
  if (pseudonyms.length === 0) return new Map();
  const [counts, last] = await Promise.all([countsOf(db, pseudonyms), lastOf(db, pseudonyms)]);
  const pasts = new Map(
    pseudonyms.map((id): [string, WritersPast] => [
      id,
      { counts: counts.get(id) ?? new Map(), last: last.get(id) ?? [] },
    ]),
  );
  return new Map(
    holders.flatMap(({ id, pseudonym }) => {
      const past = pasts.get(pseudonym);
      return past ? [[id, past] as const] : [];
    }),
  );
}

async function holdersOf(db: Db, ids: string[]): Promise<{ id: string; pseudonym: string }[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('comments')
    .select(['id', 'pseudonym_id'])
    .where('id', 'in', ids)
    .where('pseudonym_id', 'is not', null)
    .execute();
  return rows.map(({ id, pseudonym_id }) => ({ id, pseudonym: pseudonym_id ?? '' }));
}

async function countsOf(db: Db, pseudonyms: string[]): Promise<Map<string, Map<CommentState, number>>> {
  const rows = await db
    .selectFrom('comments')
    .select((eb) => ['pseudonym_id', 'state', eb.fn.countAll<number>().as('count')])
    .where('pseudonym_id', 'in', pseudonyms)
    .groupBy(['pseudonym_id', 'state'])
    .execute();
  const counts = new Map<string, Map<CommentState, number>>();
  for (const { pseudonym_id, state, count } of rows) {
    const of = counts.get(pseudonym_id ?? '') ?? new Map<CommentState, number>();
    counts.set(pseudonym_id ?? '', of.set(state, Number(count)));
  }
  return counts;
}

async function lastOf(db: Db, pseudonyms: string[]): Promise<Map<string, PastResponse[]>> {
  const newest = together(
    db,
    pseudonyms.map((id) =>
      db
        .selectFrom('comments')
        .select(['id', 'pseudonym_id', 'state', 'posted_at', 'article_id', 'number', 'html'])
        .where('pseudonym_id', '=', id)
        .where('state', '<>', 'held')
        .orderBy('posted_at', 'desc')
        .limit(mostTold),
    ),
  );
  if (newest === null) return new Map();
  const rows = await db
    .selectFrom(newest.as('newest'))
    .innerJoin('articles', 'articles.id', 'newest.article_id')
    .selectAll('newest')
    .select(['articles.title', 'articles.path'])
    .orderBy('newest.posted_at', 'desc')
    .orderBy('newest.id', 'desc')
    .execute();
  const decided = await decisionsOn(
    db,
    rows.map(({ id }) => id),
  );
  const last = new Map<string, PastResponse[]>();
  for (const row of rows) {
    const of = last.get(row.pseudonym_id ?? '') ?? [];
    last.set(row.pseudonym_id ?? '', of);
    of.push({
      ...{ id: row.id, state: row.state, postedAt: row.posted_at, article: row.title },
      place: row.number === null ? null : placeOf(row.path ?? '/', row.number),
      text: textOf(row.html as CleanHtml),
      decided: decided.get(row.id) ?? null,
    });
  }
  return last;
}

async function decisionsOn(db: Db, ids: string[]): Promise<Map<string, PastResponse['decided']>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('comment_decisions')
    .select(['comment_id', 'kind', 'at', 'reason_label'])
    .where('comment_id', 'in', ids)
    .orderBy('id')
    .execute();
  return new Map(
    rows.map((row) => [row.comment_id, { kind: row.kind, at: row.at, reason: row.reason_label }]),
  );
}
