import type { Db } from '../../store/schema.ts';

/** How a witness stands; `cosignedAt` is the time in its newest cosignature. */
export type WitnessState = {
  key: string;
  size: number;
  askedAt: string;
  dueAt: string;
  failingSince: string | null;
  trouble: string | null;
  why: string | null;
  cosigned: { size: number; at: string } | null;
};

/** How one witness stands; null before it was ever asked. */
export async function witnessState(db: Db, key: string): Promise<WitnessState | null> {
  const row = await db
    .selectFrom('record_witnesses')
    .select(['key', 'size', 'asked_at', 'due_at', 'failing_since', 'trouble', 'why'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  const cosigned = await db
    .selectFrom('record_cosignatures')
    .select(['size', 'at'])
    .where('key', '=', key)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    ...{ key: row.key, size: row.size, askedAt: row.asked_at, dueAt: row.due_at },
    ...{ failingSince: row.failing_since, trouble: row.trouble, why: row.why, cosigned: cosigned ?? null },
  };
}
