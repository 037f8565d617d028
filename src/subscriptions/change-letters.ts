import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { LetterPace } from '../store/schema-letters.ts';

const gone = refuse(
  'no-address',
  'No letters are sent to this address any more: there is nothing to change.',
);

/** Whoever reads an address says yes to all letters that were asked for to it. Pressed again, it stays so. Refusal: `no-address`. */
export async function confirmAddress(site: Site, id: string): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const now = site.clock.now().toISOString();
    const result = await tx
      .updateTable('letter_addresses')
      .set((eb) => ({ confirmed_at: eb.fn.coalesce('confirmed_at', eb.val(now)) }))
      .where('id', '=', id)
      .where('stopped_at', 'is', null)
      .executeTakeFirst();
    if (Number(result.numUpdatedRows) !== 1) return gone;
    await tx
      .updateTable('letter_subscriptions')
      .set({ agreed_at: now })
      .where('address_id', '=', id)
      .where('agreed_at', 'is', null)
      .execute();
    return done({ id });
  });
}

/**
 * Stops letters to an address: of one article, or all of them. With the last of them all that waits to be told goes,
 * and a yes that was given. What is stopped already stays so.
 */
export async function stopLetters(
  site: Site,
  { id, articleId = null }: { id: string; articleId?: string | null },
): Promise<void> {
  await site.store.write(async (tx) => {
    const stopped = tx.deleteFrom('letter_subscriptions').where('address_id', '=', id);
    await (articleId === null ? stopped : stopped.where('article_id', '=', articleId)).execute();
    const waiting = tx.deleteFrom('letter_news').where('address_id', '=', id).where('sent_at', 'is', null);
    await (articleId === null
      ? waiting
      : waiting.where('comment_id', 'in', (eb) =>
          eb.selectFrom('comments').select('comments.id').where('comments.article_id', '=', articleId),
        )
    ).execute();
    const left = await tx
      .selectFrom('letter_subscriptions')
      .select('id')
      .where('address_id', '=', id)
      .limit(1)
      .executeTakeFirst();
    if (left) return;
    await tx
      .updateTable('letter_addresses')
      .set({ confirmed_at: null, asked_at: site.clock.now().toISOString() })
      .where('id', '=', id)
      .execute();
  });
}

/** Lets letters go again to an address whose server refused one for ever. Pressed again, it stays so. */
export async function startAgain(site: Site, id: string): Promise<void> {
  await site.store.write((tx) =>
    tx
      .updateTable('letter_addresses')
      .set({ stopped_at: null, stopped_why: null })
      .where('id', '=', id)
      .execute(),
  );
}

/** Changes how often letters about one response come. Refusal: `no-address`. */
export async function changePace(
  site: Site,
  { id, subscriptionId, pace }: { id: string; subscriptionId: string; pace: LetterPace },
): Promise<Outcome<{ id: string }>> {
  const result = await site.store.write((tx) =>
    tx
      .updateTable('letter_subscriptions')
      .set({ pace })
      .where('id', '=', subscriptionId)
      .where('address_id', '=', id)
      .executeTakeFirst(),
  );
  return Number(result.numUpdatedRows) === 1 ? done({ id }) : gone;
}
