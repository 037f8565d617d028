import { enqueue } from '../jobs/enqueue.ts';
import { markNow } from '../marks/annotate-comment.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import type { LetterPace } from '../store/schema-letters.ts';
import { aboutYou, targetsOf } from './about-you.ts';

/** The job that tells one address what waits for it. */
export const sendKind = 'letters.send';

/** At this hour, UTC, those are told who want one letter a day. */
const dailyHour = 6;

/**
 * Finds out who wants to be told of a response that was published: whom it answers, quotes or refers to, and who
 * follows the thread. It is looked through for that first. Nobody is told of their own. It may run twice: nobody is
 * told twice. What is marked in it later, when sources change or it is edited, tells nobody.
 */
export async function fanOutNews(site: Site, { id }: { id: string }): Promise<void> {
  await markNow(site, id);
  await site.store.write(async (tx) => {
    const comment = await tx
      .selectFrom('comments')
      .select(['id', 'article_id', 'pseudonym_id', 'email'])
      .where('id', '=', id)
      .where('state', '=', 'published')
      .executeTakeFirst();
    if (!comment) return;
    const wanted = await wantedBy(tx, comment);
    const at = site.clock.now().toISOString();
    for (const [addressId, pace] of wanted) {
      const added = await tx
        .insertInto('letter_news')
        .values({
          address_id: addressId,
          comment_id: id,
          pace,
          at,
          sent_at: null,
          letter_id: null,
          claimed_at: null,
        })
        .onConflict((conflict) => conflict.columns(['address_id', 'comment_id']).doNothing())
        .returning('comment_id')
        .executeTakeFirst();
      if (added)
        await enqueue(site, tx, { kind: sendKind, payload: { addressId, pace }, dueAt: dueAt(site, pace) });
    }
  });
}

type News = {
  id: string;
  article_id: string;
  pseudonym_id: string | null;
  email: string | null;
};

/** By address, each once; who wants a letter for each gets it so. */
async function wantedBy(tx: Db, comment: News): Promise<Map<string, LetterPace>> {
  const writer = await tx
    .selectFrom('pseudonyms')
    .select('writer_id')
    .where('id', '=', comment.pseudonym_id ?? '')
    .executeTakeFirst();
  const rows = await tx
    .selectFrom('letter_subscriptions')
    .innerJoin('letter_addresses', 'letter_addresses.id', 'letter_subscriptions.address_id')
    .innerJoin('comments as own', 'own.id', 'letter_subscriptions.comment_id')
    .leftJoin('pseudonyms as mine', 'mine.id', 'own.pseudonym_id')
    .select(['letter_addresses.id', 'letter_subscriptions.kind', 'letter_subscriptions.pace'])
    .select(['letter_addresses.email', 'mine.writer_id as mine', 'own.id as own_id'])
    .where('letter_subscriptions.article_id', '=', comment.article_id)
    .where('letter_subscriptions.agreed_at', 'is not', null)
    .where('letter_addresses.confirmed_at', 'is not', null)
    .where('letter_addresses.stopped_at', 'is', null)
    .execute();
  const targets = (await targetsOf(tx, [comment.id])).get(comment.id) ?? [];
  const wanted = new Map<string, LetterPace>();
  for (const row of rows) {
    const isOwn =
      row.own_id === comment.id ||
      row.email === comment.email?.toLowerCase() ||
      (row.mine !== null && row.mine === writer?.writer_id);
    const mine = [{ id: row.own_id, writerId: row.mine }];
    if (isOwn || (row.kind === 'answers' && aboutYou(targets, mine) === null)) continue;
    if (wanted.get(row.id) !== 'each') wanted.set(row.id, row.pace);
  }
  return wanted;
}

function dueAt(site: Site, pace: LetterPace): string {
  const now = site.clock.now();
  if (pace === 'each') return now.toISOString();
  const next = new Date(now);
  next.setUTCHours(dailyHour, 0, 0, 0);
  if (next <= now) next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString();
}
