import type { Action } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';

/** What readers are told of by a row: what was done to whom or what, when, and how. */
export type Told = { action: Action; about: string; at: string; name: string; reason: string | null };

/** By which a row and its entry find each other. */
export function keyOf({ action, about, at }: Pick<Told, 'action' | 'about' | 'at'>): string {
  return `${action} ${about} ${at}`;
}

const pageSize = 500;

/** What all reviews and suspensions tell, in pages. What is about a network address is told to nobody. */
export async function* toldRows(db: Db): AsyncGenerator<Told[]> {
  for (let after: string | null = ''; after !== null; ) {
    const rows = await reviewsIn(db).where('reviews.id', '>', after).limit(pageSize).execute();
    yield rows.flatMap(ofReview);
    after = rows.length < pageSize ? null : (rows.at(-1)?.id ?? null);
  }
  for (let after: string | null = ''; after !== null; ) {
    const rows = await suspensionsIn(db).where('id', '>', after).limit(pageSize).execute();
    yield rows.flatMap(ofSuspension);
    after = rows.length < pageSize ? null : (rows.at(-1)?.id ?? null);
  }
}

/** The same of some subjects alone. */
export async function toldOf(db: Db, subjects: readonly string[]): Promise<Told[]> {
  if (subjects.length === 0) return [];
  const reviews = await reviewsIn(db)
    .where((eb) =>
      eb.or([eb('reviews.comment_id', 'in', subjects), eb('suspensions.pseudonym_id', 'in', subjects)]),
    )
    .execute();
  const suspensions = await suspensionsIn(db)
    .where((eb) => eb.or([eb('pseudonym_id', 'in', subjects), eb('id', 'in', subjects)]))
    .execute();
  const wanted = new Set(subjects);
  const told = [...reviews.flatMap(ofReview), ...suspensions.flatMap(ofSuspension)];
  return told.filter(({ about }) => wanted.has(about));
}

function reviewsIn(db: Db) {
  return db
    .selectFrom('reviews')
    .leftJoin('suspensions', (join) =>
      join.onRef('suspensions.id', '=', 'reviews.subject_id').on('reviews.subject', '=', 'suspension'),
    )
    .select(['reviews.id', 'reviews.comment_id', 'asked_at', 'decided_at', 'outcome'])
    .select(['suspensions.kind', 'suspensions.pseudonym_id'])
    .orderBy('reviews.id');
}

type Review = Awaited<ReturnType<ReturnType<typeof reviewsIn>['execute']>>[number];

function ofReview(row: Review): Told[] {
  if (row.kind === 'address') return [];
  const about = row.pseudonym_id ?? row.comment_id;
  const name = `Review ${row.id}`;
  const asked: Told = { action: 'review.ask', about, at: row.asked_at, name, reason: null };
  if (row.decided_at === null) return [asked];
  return [asked, { action: 'review.decide', about, at: row.decided_at, name, reason: row.outcome }];
}

function suspensionsIn(db: Db) {
  return db
    .selectFrom('suspensions')
    .select(['id', 'pseudonym_id', 'at', 'ended_at', 'reason_code'])
    .where('kind', '=', 'pseudonym')
    .orderBy('id');
}

type Suspension = Awaited<ReturnType<ReturnType<typeof suspensionsIn>['execute']>>[number];

function ofSuspension(row: Suspension): Told[] {
  const about = row.pseudonym_id ?? row.id;
  const name = `Suspension ${row.id}`;
  const begun: Told = { action: 'writer.suspend', about, at: row.at, name, reason: row.reason_code };
  if (row.ended_at === null) return [begun];
  return [begun, { action: 'writer.unsuspend', about, at: row.ended_at, name, reason: null }];
}
