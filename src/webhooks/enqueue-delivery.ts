import { newId } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

export type NewDelivery = { webhookId: string; messageId: string; event: string; payload: string };

/** Asks, in the caller's transaction, for something to be told to a webhook; once for each message. */
export async function enqueueDelivery(site: Site, tx: Db, delivery: NewDelivery): Promise<void> {
  const now = site.clock.now().toISOString();
  await tx
    .insertInto('webhook_deliveries')
    .values({
      id: newId(site.clock, site.random),
      webhook_id: delivery.webhookId,
      message_id: delivery.messageId,
      event: delivery.event,
      payload: delivery.payload,
      ...{ created_at: now, due_at: now, state: 'waiting' as const },
      ...{ claimed_at: null, attempts: 0, last_at: null, status: null, outcome: null },
    })
    .onConflict((conflict) => conflict.columns(['webhook_id', 'message_id']).doNothing())
    .execute();
}
