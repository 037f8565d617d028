import { enqueue } from '../jobs/enqueue.ts';
import { newId } from '../lib/ids.ts';
import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { countTry } from '../staff/tries.ts';
import type { Db, Schema, Time } from '../store/schema.ts';
import type { LetterKind, LetterPace } from '../store/schema-letters.ts';
import { foldAddress, mailboxOf } from './address.ts';
import { isAgreed } from './writers-address.ts';

/** The job that asks whoever reads an address whether they want letters. */
export const confirmKind = 'letters.confirm';

const day = 86_400_000;
/** Of so many responses one address is told at most; as many may wait for its yes. */
const mostSubscriptions = 200;
/** From one response so many addresses are asked at most: a receipt is no way to write to strangers. */
const mostAddresses = 3;
/** So many addresses are asked in an hour for one network address, whatever responses they are asked for with. */
const mostFromAddress = 10;
/** So many such letters a day go to an address that said yes to some before. */
const mostToReader = 3;
const hourInSeconds = 3_600;
const dayInSeconds = 86_400;

/** Why letters are not sent, by the code of the refusal. */
export const letterRefusals: ReadonlyMap<string, string> = new Map([
  ['no-mail', 'This publication sends no letters.'],
  ['no-response', 'This response is no longer there.'],
  [
    'too-many-addresses',
    `Letters about one response go to ${mostAddresses} addresses at most: this one has as many.`,
  ],
  ['too-many-responses', `Letters come of ${mostSubscriptions} responses at most: stop some of them first.`],
  ['too-fast', 'Letters were asked for to too many addresses. Try again in an hour.'],
]);

/** `from` is the network address of whoever asks. */
export type Wanted = { email: string; commentId: string; kind: LetterKind; pace: LetterPace; from?: string };

/**
 * Asks for letters about a response of one's own. An address that has not said yes to letters of this writer's is
 * asked whether it wants them, once a day at most, or three times where it said yes to others' before; it is sent
 * nothing else. Answers whether it had said yes. Refusals: those of `letterRefusals`.
 */
export async function subscribe(site: Site, wanted: Wanted): Promise<Outcome<{ confirmed: boolean }>> {
  return site.store.write((tx) => subscribeIn(site, tx, wanted));
}

/** The same inside a transaction of the caller's. */
export async function subscribeIn(
  site: Site,
  tx: Db,
  wanted: Wanted,
): Promise<Outcome<{ confirmed: boolean }>> {
  if (site.mail === null) return refused('no-mail');
  const comment = await lockResponse(tx, wanted.commentId);
  if (!comment) return refused('no-response');
  if (await isUsedUp(tx, wanted)) return refused('too-many-addresses');
  const email = foldAddress(wanted.email);
  const at = site.clock.now().toISOString();
  const known = await tx
    .selectFrom('letter_addresses')
    .selectAll()
    .where('email', '=', email)
    .executeTakeFirst();
  const confirmed = Boolean(known?.confirmed_at) && known?.stopped_at === null;
  const agreed =
    confirmed &&
    known !== undefined &&
    (await isAgreed(tx, { addressId: known.id, commentId: wanted.commentId }));
  const asks = !agreed && isToBeAsked(known, at);
  if (asks && (await asksTooMany(site, tx, wanted.from))) return refused('too-fast');
  if (known && (await isFull(tx, { addressId: known.id, agreed }))) return refused('too-many-responses');
  const isAsked = asks && (await hasLetterLeft(site, tx, { email, confirmed }));
  const addressId = await addressOf(site, tx, { email, known, at, isAsked });
  const { kind, pace } = wanted;
  await tx
    .insertInto('letter_subscriptions')
    .values({
      ...{ id: newId(site.clock, site.random), address_id: addressId, article_id: comment.article_id },
      ...{ comment_id: wanted.commentId, kind, pace, created_at: at, agreed_at: agreed ? at : null },
    })
    .onConflict((conflict) => conflict.columns(['address_id', 'comment_id']).doUpdateSet({ kind, pace }))
    .execute();
  if (isAsked) await enqueue(site, tx, { kind: confirmKind, payload: { id: addressId, at }, dueAt: at });
  return done({ confirmed: agreed });
}

/** Its row stays locked: who takes it back meanwhile finds what was asked for with it, and takes that along. */
async function lockResponse(tx: Db, id: string): Promise<{ article_id: string } | undefined> {
  return tx
    .updateTable('comments')
    .set((eb) => ({ html_version: eb.ref('html_version') }))
    .where('id', '=', id)
    .where('state', 'in', ['held', 'published'])
    .returning('article_id')
    .executeTakeFirst();
}

async function isUsedUp(tx: Db, { commentId, email }: Wanted): Promise<boolean> {
  const rows = await tx
    .selectFrom('letter_subscriptions')
    .innerJoin('letter_addresses', 'letter_addresses.id', 'letter_subscriptions.address_id')
    .select('email')
    .where('comment_id', '=', commentId)
    .execute();
  return rows.length >= mostAddresses && !rows.some((row) => row.email === foldAddress(email));
}

const refused = (code: string): Refusal => refuse(code, letterRefusals.get(code) ?? code);

type Known = Schema['letter_addresses'] | undefined;

/** Not where its server refuses letters, or it has never said yes and was asked within a day. */
function isToBeAsked(known: Known, at: Time): boolean {
  if (!known) return true;
  if (known.stopped_at !== null) return false;
  return known.confirmed_at !== null || Date.parse(at) - Date.parse(known.asked_at) >= day;
}

/** What waits for a yes takes no room from what has one. */
async function isFull(
  tx: Db,
  { addressId, agreed }: { addressId: string; agreed: boolean },
): Promise<boolean> {
  const row = await tx
    .selectFrom('letter_subscriptions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('address_id', '=', addressId)
    .where('agreed_at', agreed ? 'is not' : 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0) >= mostSubscriptions;
}

async function asksTooMany(site: Site, tx: Db, from: string | undefined): Promise<boolean> {
  if (from === undefined) return false;
  const tried = { what: 'letters' as const, whom: `from ${from}`, seconds: hourInSeconds };
  return (await countTry(site, tx, tried)) > mostFromAddress;
}

/**
 * Whether a letter that asks for a yes is left today: one a day for a mailbox that never said it. An address's row goes
 * with the last response that it was asked for with; that it was asked does not.
 */
async function hasLetterLeft(
  site: Site,
  tx: Db,
  { email, confirmed }: { email: string; confirmed: boolean },
): Promise<boolean> {
  const tried = { what: 'letters' as const, whom: mailboxOf(email), seconds: dayInSeconds };
  return (await countTry(site, tx, tried)) <= (confirmed ? mostToReader : 1);
}

type Address = { email: string; known: Known; at: Time; isAsked: boolean };

/**
 * The address's row, made where it is new. `asked_at` is the very time that the job has which asks: of what waits for
 * an address only the letter asked for last is sent.
 */
async function addressOf(site: Site, tx: Db, { email, known, at, isAsked }: Address): Promise<string> {
  const id = known?.id ?? newId(site.clock, site.random);
  if (known && isAsked)
    await tx.updateTable('letter_addresses').set({ asked_at: at }).where('id', '=', id).execute();
  if (!known)
    await tx
      .insertInto('letter_addresses')
      .values({
        ...{ id, email, created_at: at, asked_at: at },
        ...{ confirmed_at: null, stopped_at: null, stopped_why: null },
      })
      .execute();
  return id;
}
