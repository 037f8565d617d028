import type { Outcome } from '../../lib/refusal.ts';
import {
  addWebhook,
  rotateSecret,
  startWebhook,
  stopWebhook,
  testWebhook,
} from '../../webhooks/change-webhook.ts';
import { sendAgain } from '../../webhooks/deliver.ts';
import { listDeliveries, listWebhooks, readWebhook } from '../../webhooks/queries.ts';
import { secretOf } from '../../webhooks/sign.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { field, idPattern, pathId, queryNumber, seeOther, show, type Visit } from '../visit.ts';
import { webhooksPath } from './programs-frame.tsx';
import { emptyWebhook, readWebhookForm } from './webhook-form.ts';
import { WebhookPage } from './webhook-page.tsx';
import { WebhooksPage, type WebhooksView } from './webhooks-page.tsx';

const perPage = 50;
const onePath = `${webhooksPath}:id{${idPattern}}/`;

/** Webhooks: added, tested, looked at, stopped. */
export const webhookRoutes: DeskRoute[] = [
  { method: 'GET', path: webhooksPath, verb: 'webhook.manage', answer: (visit) => list(visit, {}, 200) },
  { method: 'POST', path: webhooksPath, verb: 'webhook.manage', answer: sendNew },
  { method: 'GET', path: onePath, verb: 'webhook.manage', answer: showOne },
  { method: 'POST', path: onePath, verb: 'webhook.manage', answer: sendOne },
];

async function list(visit: Visit, shown: Partial<WebhooksView>, status: 200 | 409 | 422): Promise<Response> {
  const { site, desk } = visit;
  const webhooks = await listWebhooks(site.store.read);
  const { on } = site.config.outbound;
  const view: WebhooksView = { webhooks, values: emptyWebhook, faults: [], on, ...shown };
  return show(visit, <WebhooksPage desk={desk} view={view} />, status);
}

async function sendNew(visit: Visit): Promise<Response> {
  const sent = readWebhookForm(visit.form);
  if ('faults' in sent) return list(visit, sent, 422);
  const added = await addWebhook(visit.site, visit.staff, sent.input);
  if (added.ok) return seeOther(visit, `${webhooksPath}${added.value.id}/?done=added`);
  const faults = [{ field: 'url', sentence: added.sentence }];
  return list(visit, { values: sent.values, faults }, 409);
}

async function showOne(visit: Visit): Promise<Response> {
  const { site, desk, c } = visit;
  const id = pathId(visit);
  const found = await readWebhook(site.store.read, id);
  if (found === null) return missing(visit);
  const page = queryNumber(visit, 'page') ?? 1;
  const offset = (page - 1) * perPage;
  const deliveries = await listDeliveries(site.store.read, { webhookId: id, limit: perPage + 1, offset });
  const path = `${webhooksPath}${id}/`;
  const view = {
    webhook: found.webhook,
    secret: secretOf(site, { id, number: found.secretNumber }),
    deliveries: deliveries.slice(0, perPage),
    done: c.req.query('done') ?? null,
    newer: page > 1 ? `${path}?page=${page - 1}` : null,
    older: deliveries.length > perPage ? `${path}?page=${page + 1}` : null,
  };
  return show(visit, <WebhookPage desk={desk} view={view} />);
}

type Act = (visit: Visit, id: string) => Promise<Outcome<unknown>>;

const acts: Record<string, Act> = {
  test: ({ site }, id) => testWebhook(site, id),
  stop: ({ site, staff }, id) => stopWebhook(site, staff, id),
  start: ({ site, staff }, id) => startWebhook(site, staff, id),
  rotate: ({ site, staff }, id) => rotateSecret(site, staff, id),
  again: ({ site, form }) => sendAgain(site, field(form, 'delivery')),
};

async function sendOne(visit: Visit): Promise<Response> {
  const id = pathId(visit);
  const name = field(visit.form, 'do');
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  const found = await readWebhook(visit.site.store.read, id);
  if (act === undefined || found === null) return missing(visit);
  const done = await act(visit, id);
  return done.ok ? seeOther(visit, `${webhooksPath}${id}/?done=${name}`) : missing(visit);
}
