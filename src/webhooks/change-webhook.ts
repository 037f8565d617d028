import { newId } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import type { Staff } from '../staff/staff.ts';
import type { Db } from '../store/schema.ts';
import { enqueueDelivery } from './enqueue-delivery.ts';
import { type NewWebhook, rotationMilliseconds, testEvent } from './webhook.ts';

const most = 20;

type Action = 'webhook.add' | 'webhook.stop' | 'webhook.start' | 'webhook.secret';

/** Adds a webhook, which is told of what happens from now on. Refusal: `too-many-webhooks`. */
export async function addWebhook(
  site: Site,
  staff: Staff,
  { url, events }: NewWebhook,
): Promise<Outcome<{ id: string }>> {
  const id = newId(site.clock, site.random);
  return site.store.write(async (tx) => {
    const full = await refusedFor(tx);
    if (full) return full;
    await tx
      .insertInto('webhooks')
      .values({
        ...{ id, url, events: events.join(' '), secret_number: 1, old_secret_until: null },
        ...{ made_by: staff.id, created_at: site.clock.now().toISOString(), failing_since: null },
        ...{ stopped_at: null, stopped_by: null, stopped_why: null },
      })
      .execute();
    await enter(site, tx, { id, staff, action: 'webhook.add' });
    return done({ id });
  });
}

/** Stops a webhook: nothing more is sent to it, and what waits is not either. Refusal: `no-webhook`. */
export function stopWebhook(site: Site, staff: Staff, id: string): Promise<Outcome<{ id: string }>> {
  const stopped = {
    stopped_at: site.clock.now().toISOString(),
    stopped_by: staff.id,
    stopped_why: 'pressed',
  };
  return change(site, { id, staff, action: 'webhook.stop' }, () => stopped);
}

/** Starts a stopped webhook again; what waited is sent. Refusals: `no-webhook`, `too-many-webhooks`. */
export function startWebhook(site: Site, staff: Staff, id: string): Promise<Outcome<{ id: string }>> {
  const started = { stopped_at: null, stopped_by: null, stopped_why: null, failing_since: null };
  return change(site, { id, staff, action: 'webhook.start' }, () => started);
}

/** Those that were stopped tell nothing and do not count. */
async function refusedFor(tx: Db) {
  const row = await tx
    .selectFrom('webhooks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('stopped_at', 'is', null)
    .executeTakeFirst();
  if (Number(row?.count ?? 0) < most) return null;
  return refuse(
    'too-many-webhooks',
    `${most} webhooks are told already, the most there can be: stop one first.`,
  );
}

/** Makes a new secret; the one before it is used beside it for a day. Refusal: `no-webhook`. */
export function rotateSecret(site: Site, staff: Staff, id: string): Promise<Outcome<{ id: string }>> {
  const until = new Date(site.clock.now().getTime() + rotationMilliseconds).toISOString();
  return change(site, { id, staff, action: 'webhook.secret' }, (number) => ({
    secret_number: number + 1,
    old_secret_until: until,
  }));
}

/** Sends a webhook something to try it. Refusal: `no-webhook`. */
export async function testWebhook(site: Site, id: string): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const webhook = await tx.selectFrom('webhooks').select('id').where('id', '=', id).executeTakeFirst();
    if (!webhook) return noWebhook();
    const messageId = newId(site.clock, site.random);
    const at = site.clock.now().toISOString();
    const payload = JSON.stringify({ id: messageId, type: testEvent, timestamp: at, data: {} });
    await enqueueDelivery(site, tx, { webhookId: id, messageId, event: testEvent, payload });
    return done({ id });
  });
}

type Columns = {
  stopped_at?: string | null;
  stopped_by?: string | null;
  stopped_why?: string | null;
  failing_since?: null;
  secret_number?: number;
  old_secret_until?: string;
};
type Change = { id: string; staff: Staff; action: Action };

async function change(
  site: Site,
  entry: Change,
  columns: (secretNumber: number) => Columns,
): Promise<Outcome<{ id: string }>> {
  const { id } = entry;
  return site.store.write(async (tx) => {
    const row = await tx
      .selectFrom('webhooks')
      .select(['secret_number', 'stopped_at'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) return noWebhook();
    const full = entry.action === 'webhook.start' && row.stopped_at !== null ? await refusedFor(tx) : null;
    if (full) return full;
    await tx.updateTable('webhooks').set(columns(row.secret_number)).where('id', '=', id).execute();
    await enter(site, tx, entry);
    return done({ id });
  });
}

function noWebhook() {
  return refuse('no-webhook', 'There is no such webhook.');
}

async function enter(site: Site, tx: Db, { id, staff, action }: Change): Promise<void> {
  await appendEntry(site, tx, {
    action,
    by: { role: staff.role },
    subject: { type: 'webhook', id },
    visibility: 'private',
  });
}
