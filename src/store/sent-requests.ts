import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import type { Db, Time } from './schema.ts';

/** A request that its sender may send again: the hash of its key (and of whose it is), and of what was sent. */
export type SentRequest = { keyHash: string; requestHash: string; at: Time };

/** Something made, and whether an earlier sending of the same request had made it. */
export type MadeOnce = { id: string; again: boolean };

/**
 * What a request with the same key made before; null for none. Refusal: `key-reused`, where something else was sent
 * with it. `noun` is what is made.
 */
export async function sentBefore(
  tx: Db,
  { keyHash, requestHash }: SentRequest,
  noun: string,
): Promise<Outcome<{ id: string }> | null> {
  const row = await tx
    .selectFrom('sent_requests')
    .select(['made_id', 'request_hash'])
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  if (!row) return null;
  return row.request_hash === requestHash ? done({ id: row.made_id }) : keyReused(noun);
}

function keyReused(noun: string): Refusal {
  return refuse(
    'key-reused',
    `This Idempotency-Key was used for another ${noun}: make a new key for each ${noun}.`,
  );
}

/** Keeps a request, so that sent again it makes nothing new. Answers false where its key is taken. */
export async function rememberSent(tx: Db, request: SentRequest, madeId: string): Promise<boolean> {
  const kept = await tx
    .insertInto('sent_requests')
    .values({
      key_hash: request.keyHash,
      request_hash: request.requestHash,
      made_id: madeId,
      at: request.at,
    })
    .onConflict((conflict) => conflict.column('key_hash').doNothing())
    .returning('key_hash')
    .executeTakeFirst();
  return kept !== undefined;
}

/**
 * Makes something once for each key, in the transaction that makes it: of two that come at the same time the second
 * waits for the first. What is refused leaves the key free.
 */
export async function makeOnce(
  tx: Db,
  { request, noun, id }: { request: SentRequest | null; noun: string; id: string },
  make: () => Promise<Outcome<unknown>>,
): Promise<Outcome<MadeOnce>> {
  if (request !== null && !(await rememberSent(tx, request, id))) {
    const before = await sentBefore(tx, request, noun);
    if (before === null) throw new Error('A key that was taken is gone.');
    return before.ok ? done({ id: before.value.id, again: true }) : before;
  }
  const made = await make();
  if (made.ok) return done({ id, again: false });
  if (request !== null)
    await tx.deleteFrom('sent_requests').where('key_hash', '=', request.keyHash).execute();
  return made;
}

/** The same of what gets its number only when it is made. */
export async function makeNumberedOnce(
  tx: Db,
  { request, noun }: { request: SentRequest | null; noun: string },
  make: () => Promise<Outcome<{ number: number }>>,
): Promise<Outcome<{ number: number }>> {
  let number = 0;
  const once = await makeOnce(tx, { request, noun, id: '' }, async () => {
    const made = await make();
    if (made.ok) number = made.value.number;
    return made;
  });
  if (!once.ok) return once;
  if (once.value.again) return done({ number: Number(once.value.id) });
  if (request !== null)
    await tx
      .updateTable('sent_requests')
      .set({ made_id: String(number) })
      .where('key_hash', '=', request.keyHash)
      .execute();
  return done({ number });
}

/** Forgets requests from before a time. */
export async function forgetSent(tx: Db, before: Time): Promise<void> {
  await tx.deleteFrom('sent_requests').where('at', '<', before).execute();
}
