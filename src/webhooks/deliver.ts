import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { FetchOutcome } from '../outbound/outbound.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { secretOf, signedHeaders } from './sign.ts';
import { backOff, failingMilliseconds } from './webhook.ts';

/** To one receiver: a slow one has no more than its share under way. */
const atOnce = 2;
/** Longer than a delivery may take: whoever claimed it must be gone. */
const staleMilliseconds = 60_000;
const withinMilliseconds = 10_000;
const largestExcerpt = 500;

/** The webhooks, by id, to which something is due. */
export async function webhooksDue(site: Site): Promise<string[]> {
  const rows = await dueDeliveries(site.store.read, limitsNow(site))
    .select('delivery.webhook_id')
    .distinct()
    .execute();
  return rows.map(({ webhook_id }) => webhook_id);
}

/**
 * Sends what is due to one webhook: a few at a time, each at most ten seconds. Answers how many were tried. One may be
 * sent twice, after a crash between the sending and the note of it: it then has the same `webhook-id`.
 */
export async function deliverTo(site: Site, webhookId: string): Promise<number> {
  const due = await claimDue(site, webhookId);
  await Promise.all(due.map((delivery) => deliver(site, delivery)));
  return due.length;
}

type Limits = { now: string; stale: string };

function limitsNow({ clock }: Site): Limits {
  const now = clock.now();
  return { now: now.toISOString(), stale: new Date(now.getTime() - staleMilliseconds).toISOString() };
}

async function claimDue(site: Site, webhookId: string): Promise<Delivery[]> {
  const limits = limitsNow(site);
  const candidates = await nextTo(site.store.read, webhookId, limits).execute();
  if (candidates.length === 0) return [];
  return site.store.write(async (tx) => {
    const claimed: Delivery[] = [];
    for (const delivery of candidates) {
      const mine = await tx
        .updateTable('webhook_deliveries')
        .set((eb) => ({ claimed_at: limits.now, attempts: eb('attempts', '+', 1) }))
        .where('id', '=', delivery.id)
        .where('state', '=', 'waiting')
        .where('attempts', '=', delivery.attempts)
        .returning('attempts')
        .executeTakeFirst();
      if (mine) claimed.push({ ...delivery, attempts: mine.attempts });
    }
    return claimed;
  });
}

function dueDeliveries(db: Db, { now, stale }: Limits) {
  return db
    .selectFrom('webhook_deliveries as delivery')
    .innerJoin('webhooks', 'webhooks.id', 'delivery.webhook_id')
    .where('delivery.state', '=', 'waiting')
    .where('due_at', '<=', now)
    .where('stopped_at', 'is', null)
    .where((eb) => eb.or([eb('claimed_at', 'is', null), eb('claimed_at', '<', stale)]));
}

function nextTo(db: Db, webhookId: string, limits: Limits) {
  return dueDeliveries(db, limits)
    .select(['delivery.id', 'delivery.webhook_id', 'message_id', 'payload', 'attempts'])
    .select(['url', 'secret_number', 'old_secret_until'])
    .where('delivery.webhook_id', '=', webhookId)
    .orderBy('due_at')
    .orderBy('delivery.id')
    .limit(atOnce);
}

type Delivery = Awaited<ReturnType<ReturnType<typeof nextTo>['execute']>>[number];

async function deliver(site: Site, delivery: Delivery): Promise<void> {
  const { message_id: id, payload } = delivery;
  const timestamp = Math.floor(site.clock.now().getTime() / 1000);
  const outcome = await site.fetch({
    url: delivery.url,
    method: 'POST',
    headers: signedHeaders({ id, timestamp, payload }, secretsOf(site, delivery)),
    body: { type: 'application/json', content: payload },
    ...{ largest: largestExcerpt, whenLarger: 'cut', within: withinMilliseconds },
  });
  await site.store.write((tx) => note(site, tx, { delivery, outcome }));
}

function secretsOf(site: Site, { webhook_id: id, secret_number: number, old_secret_until: until }: Delivery) {
  const old = until !== null && until > site.clock.now().toISOString() && number > 1;
  return [number, ...(old ? [number - 1] : [])].map((each) => secretOf(site, { id, number: each }));
}

type Noted = { delivery: Delivery; outcome: FetchOutcome };

async function note(site: Site, tx: Db, { delivery, outcome }: Noted): Promise<void> {
  const now = site.clock.now();
  const delivered = outcome.ok && outcome.status >= 200 && outcome.status < 300;
  const wait = backOff[delivery.attempts - 1];
  const over = delivered || wait === undefined;
  await tx
    .updateTable('webhook_deliveries')
    .set({
      state: delivered ? 'delivered' : over ? 'failed' : 'waiting',
      claimed_at: null,
      last_at: now.toISOString(),
      status: outcome.ok ? outcome.status : null,
      outcome: outcome.ok ? excerptOf(outcome.body) : outcome.sentence,
      ...(over ? {} : { due_at: new Date(now.getTime() + wait).toISOString() }),
    })
    .where('id', '=', delivery.id)
    .execute();
  await noteHealth(site, tx, {
    id: delivery.webhook_id,
    delivered,
    gone: outcome.ok && outcome.status === 410,
  });
}

/** What a receiver answered, as text of one kind of space, without control characters. */
function excerptOf(body: Uint8Array): string {
  const text = new TextDecoder().decode(body).replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
  return text.trim();
}

/** A success ends a time of failing. Failing for days, or an answer that it is gone (410), stops the webhook. */
async function noteHealth(
  site: Site,
  tx: Db,
  { id, delivered, gone }: { id: string; delivered: boolean; gone: boolean },
): Promise<void> {
  const now = site.clock.now();
  const row = await tx.selectFrom('webhooks').select('failing_since').where('id', '=', id).executeTakeFirst();
  const since = delivered ? null : (row?.failing_since ?? now.toISOString());
  const tooLong = since !== null && now.getTime() - Date.parse(since) >= failingMilliseconds;
  await tx
    .updateTable('webhooks')
    .set({
      failing_since: since,
      ...(gone || tooLong
        ? { stopped_at: now.toISOString(), stopped_by: null, stopped_why: gone ? 'gone' : 'failing' }
        : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Sends a delivery again, with the `webhook-id` that it had. Refusal: `no-delivery`. */
export async function sendAgain(site: Site, id: string): Promise<Outcome<{ webhookId: string }>> {
  const now = site.clock.now().toISOString();
  return site.store.write(async (tx) => {
    const row = await tx
      .updateTable('webhook_deliveries')
      .set({ state: 'waiting', due_at: now, claimed_at: null, attempts: 0 })
      .where('id', '=', id)
      .returning('webhook_id')
      .executeTakeFirst();
    if (!row) return refuse('no-delivery', 'There is no such delivery any more.');
    return done({ webhookId: row.webhook_id });
  });
}

/** Forgets deliveries that are over, from before a time. */
export async function forgetDeliveries(site: Site, before: string): Promise<void> {
  await site.store.write((tx) =>
    tx
      .deleteFrom('webhook_deliveries')
      .where('state', '!=', 'waiting')
      .where('created_at', '<', before)
      .execute(),
  );
}
