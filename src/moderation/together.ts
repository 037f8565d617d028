import type { SelectQueryBuilder } from 'kysely';
import type { Db, Schema } from '../store/schema.ts';

export type Query<Row> = SelectQueryBuilder<Schema, never, Row>;

/** One bounded look into an index for each, all in one query; null for none. */
export function together<Row>(db: Db, each: Query<Row>[]) {
  // SQLite takes an order and a limit within a union only inside a table of its own.
  const [first, ...rest] = each.map((query) => db.selectFrom(query.as('each')).selectAll());
  return first ? rest.reduce((union, next) => union.unionAll(next), first) : null;
}
