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

/** How far a witness is, and when it is asked next; null before it was ever asked. */
export async function witnessAsked(db: Db, key: string): Promise<Omit<WitnessState, 'cosigned'> | null> {
  const row = await db
    .selectFrom('record_witnesses')
    .select(['key', 'size', 'asked_at', 'due_at', 'failing_since', 'trouble', 'why'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...{ key: row.key, size: row.size, askedAt: row.asked_at, dueAt: row.due_at },
    ...{ failingSince: row.failing_since, trouble: row.trouble, why: row.why },
  };
}

/** How one witness stands; null before it was ever asked. */
export async function witnessState(db: Db, key: string): Promise<WitnessState | null> {
  const asked = await witnessAsked(db, key);
  if (asked === null) return null;
  const cosigned = await db
    .selectFrom('record_cosignatures')
    .select(['size', 'at'])
    .where('key', '=', key)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { ...asked, cosigned: cosigned ?? null };
}
