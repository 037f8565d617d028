import { enqueue } from '../jobs/enqueue.ts';
import { newId } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { countTry } from '../staff/tries.ts';
import type { Db, Schema } from '../store/schema.ts';
import type { LetterKind, LetterPace } from '../store/schema-letters.ts';
import { foldAddress, mailboxOf } from './address.ts';

/** The job that asks whoever reads an address whether they want letters. */
export const confirmKind = 'letters.confirm';

const day = 86_400_000;
/** Of one address so many threads are told at most. */
const mostSubscriptions = 200;
/** From one response so many addresses are asked at most: a receipt is no way to write to strangers. */
const mostAddresses = 3;
/** So many addresses are asked in an hour for one network address, whatever responses they are asked for with. */
const mostFromAddress = 10;
const hourInSeconds = 3_600;
const dayInSeconds = 86_400;

/** `from` is the network address of whoever asks. */
export type Wanted = { email: string; commentId: string; kind: LetterKind; pace: LetterPace; from?: string };

/**
 * Asks for letters about a response of one's own. An address that has not said yes is asked, at most once a day,
 * and is sent nothing else. Answers whether it has. Refusals: `no-mail`, `no-response`, `too-many`, `too-fast`.
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
  if (site.mail === null) return refuse('no-mail', 'This publication sends no letters.');
  const comment = await tx
    .selectFrom('comments')
    .select('article_id')
    .where('id', '=', wanted.commentId)
    .where('state', 'in', ['held', 'published'])
    .executeTakeFirst();
  if (!comment) return refuse('no-response', 'This response is no longer there.');
  if (await isUsedUp(tx, wanted))
    return refuse(
      'too-many',
      `Letters about one response go to ${mostAddresses} addresses at most: this one has as many.`,
    );
  const email = foldAddress(wanted.email);
  const known = await tx
    .selectFrom('letter_addresses')
    .selectAll()
    .where('email', '=', email)
    .executeTakeFirst();
  const asks = isToBeAsked(site, known);
  if (asks && (await asksTooMany(site, tx, wanted.from)))
    return refuse('too-fast', 'Letters were asked for to too many addresses. Try again in an hour.');
  const address = await addressOf(site, tx, { email, known, asks });
  const count = await tx
    .selectFrom('letter_subscriptions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('address_id', '=', address.id)
    .executeTakeFirst();
  if (Number(count?.count ?? 0) >= mostSubscriptions)
    return refuse(
      'too-many',
      `Letters come of ${mostSubscriptions} responses at most: stop some of them first.`,
    );
  const { kind, pace } = wanted;
  await tx
    .insertInto('letter_subscriptions')
    .values({
      ...{ id: newId(site.clock, site.random), address_id: address.id, article_id: comment.article_id },
      ...{ comment_id: wanted.commentId, kind, pace, created_at: site.clock.now().toISOString() },
    })
    .onConflict((conflict) => conflict.columns(['address_id', 'comment_id']).doUpdateSet({ kind, pace }))
    .execute();
  return done({ confirmed: address.confirmed });
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

type Known = Schema['letter_addresses'] | undefined;

/** Not where it said yes, or its server refuses letters, or it was asked within a day. */
function isToBeAsked(site: Site, known: Known): boolean {
  if (!known) return true;
  if (known.stopped_at !== null || known.confirmed_at !== null) return false;
  return site.clock.now().getTime() - Date.parse(known.asked_at) >= day;
}

async function asksTooMany(site: Site, tx: Db, from: string | undefined): Promise<boolean> {
  if (from === undefined) return false;
  const tried = { what: 'letters' as const, whom: `from ${from}`, seconds: hourInSeconds };
  return (await countTry(site, tx, tried)) > mostFromAddress;
}

type Asked = { email: string; known: Known; asks: boolean };

/** The address's row, made where it is new; asks for the letter that asks for a yes. */
async function addressOf(
  site: Site,
  tx: Db,
  { email, known, asks }: Asked,
): Promise<{ id: string; confirmed: boolean }> {
  const at = site.clock.now().toISOString();
  const id = known?.id ?? newId(site.clock, site.random);
  const confirmed = Boolean(known?.confirmed_at) && known?.stopped_at === null;
  if (!asks) return { id, confirmed };
  if (known) await tx.updateTable('letter_addresses').set({ asked_at: at }).where('id', '=', id).execute();
  else
    await tx
      .insertInto('letter_addresses')
      .values({
        ...{ id, email, created_at: at, asked_at: at },
        ...{ confirmed_at: null, stopped_at: null, stopped_why: null },
      })
      .execute();
  // Its row goes with the last response that it was asked for with; that it was asked does not.
  const tried = { what: 'letters' as const, whom: mailboxOf(email), seconds: dayInSeconds };
  if ((await countTry(site, tx, tried)) === 1)
    await enqueue(site, tx, { kind: confirmKind, payload: { id, at }, dueAt: at });
  return { id, confirmed: false };
}
