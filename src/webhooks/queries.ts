import type { Selectable } from 'kysely';
import type { Db, Schema } from '../store/schema.ts';
import type { DeliveryView, StopReason, WebhookView } from './webhook.ts';

/** Every webhook, the newest first. */
export async function listWebhooks(db: Db): Promise<WebhookView[]> {
  const rows = await db.selectFrom('webhooks').selectAll().orderBy('id', 'desc').execute();
  return rows.map(viewOf);
}

/** One webhook with the number of its secret; null where there is none. */
export async function readWebhook(
  db: Db,
  id: string,
): Promise<{ webhook: WebhookView; secretNumber: number } | null> {
  const row = await db.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? { webhook: viewOf(row), secretNumber: row.secret_number } : null;
}

function viewOf(row: Selectable<Schema['webhooks']>): WebhookView {
  const why = row.stopped_why as StopReason | null;
  return {
    id: row.id,
    url: row.url,
    events: row.events.split(' '),
    createdAt: row.created_at,
    stopped: row.stopped_at === null ? null : { at: row.stopped_at, why: why ?? 'pressed' },
    failingSince: row.failing_since,
    oldSecretUntil: row.old_secret_until,
  };
}

/** What became of a webhook's deliveries, the newest first. */
export async function listDeliveries(
  db: Db,
  { webhookId, limit, offset }: { webhookId: string; limit: number; offset: number },
): Promise<DeliveryView[]> {
  const rows = await db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, event: row.event, state: row.state, createdAt: row.created_at, dueAt: row.due_at },
    ...{ attempts: row.attempts, lastAt: row.last_at, status: row.status, outcome: row.outcome },
  }));
}
