import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { page } from '../../src/citations/fixtures.ts';
import { findLinks, lookAtDue } from '../../src/citations/start-citations.ts';
import { jobHandlers } from '../../src/cli/job-handlers.ts';
import { receiptPath } from '../../src/comments/receipt.ts';
import { hireEveryRole } from '../../src/desk/fixtures.ts';
import { runDueJobs } from '../../src/jobs/run-jobs.ts';
import { listenLocally } from '../../src/outbound/fixtures.ts';
import { sequenceEntries } from '../../src/record/sequence.ts';
import { listStaff } from '../../src/staff/queries.ts';
import type { EngineName } from '../../src/store/migrations/statements.ts';
import { subscribe } from '../../src/subscriptions/subscribe.ts';
import { listen, stopListening } from '../../src/web/server.ts';
import { createSiteWeb } from '../../src/web-app.ts';
import { addWebhook } from '../../src/webhooks/change-webhook.ts';
import { fanOut } from '../../src/webhooks/fan-out.ts';
import { deliverDue } from '../../src/webhooks/fixtures.ts';
import { eventTypes, newWebhook } from '../../src/webhooks/webhook.ts';
import { openMailServer } from '../support/mail-server.ts';
import { granted, send, setSetting } from '../support/publish.ts';
import { openTestSite, type TestSite } from '../support/site.ts';
import { asking } from './crawl.ts';
import { Canaries } from './secrets.ts';

/** A publication with everything that tells others of it: pages, letters, webhooks, links that are looked at. */
export async function openWatched(t: TestContext, engine: EngineName) {
  const canaries = new Canaries();
  const mail = await openMailServer(t);
  const elsewhere = await openElsewhere(canaries);
  const env = { ...mail.env, HUSTINGS_OUTBOUND_ALLOW: elsewhere.place };
  const site = await openTestSite(engine, env);
  await hireEveryRole(site);
  const web = createSiteWeb(site);
  const server = await listen(web, { port: 0, host: '127.0.0.1' });
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  site.config.url = address;
  t.after(() => stopListening(server));
  await setSetting(site, 'comments.policy', 'open');
  await setSetting(site, 'comments.pace', '0');
  await addProgram(site, elsewhere.url);
  return { canaries, site, web, address, mail, elsewhere, ask: asking(address) };
}

export type Watched = Awaited<ReturnType<typeof openWatched>>;

/** Another host: its pages are cited, and it hears what happens. */
async function openElsewhere(canaries: Canaries) {
  const told: string[] = [];
  const pages = { areGone: false };
  const copy = canaries.put('the private copy of a cited page', 'never');
  const title = canaries.put('the title of a page that only a removed response cites', 'before');
  const listener = await listenLocally((request, response) => {
    let text = '';
    request.on('data', (piece) => {
      text += piece;
    });
    request.on('end', () => {
      if (request.method === 'POST') told.push(text);
      else if (pages.areGone) response.statusCode = 404;
      const paragraphs = ['The deck is sound.', 'So they say.', `The rest ${copy} is private.`];
      response.setHeader('content-type', 'text/html');
      response.end(page({ title: request.url === '/removed' ? title : 'Under the deck', paragraphs }));
    });
  });
  return { ...listener, told, pages };
}

async function addProgram(site: TestSite, url: string): Promise<void> {
  const [owner] = await listStaff(site);
  assert.ok(owner);
  granted(await addWebhook(site, owner, newWebhook.parse({ url, events: [...eventTypes] })));
}

/** Gives the record’s entries their places and looks at the links that came. */
export async function look(site: TestSite): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await sequenceEntries(site);
    await findLinks(site);
    await lookAtDue(site);
    site.clock.pass(5_000);
  }
  await sequenceEntries(site);
}

/** Does all that a running server does beside answering: letters go out, programs are told. */
export async function settle(site: TestSite): Promise<void> {
  await look(site);
  await runDueJobs(site, jobHandlers);
  await fanOut(site);
  while ((await deliverDue(site)) > 0);
}

/** A reader who gets letters of all that is written there. Answers their secret addresses. */
export async function follow(watched: Watched, { articleId, text }: { articleId: string; text: string }) {
  const { site, mail, ask, address } = watched;
  const { id } = granted(await send(site, { articleId, name: 'Wilf', text, secret: 'wilf' }));
  const wanted = {
    email: 'wilf@post.example',
    commentId: id,
    kind: 'thread' as const,
    pace: 'each' as const,
  };
  granted(await subscribe(site, wanted));
  await settle(site);
  const letters = /http:\/\/\S+(\/letters\/\S+?\/\S+?\/)/.exec(mail.taken.at(-1) ?? '')?.[1] ?? '';
  const agreed = await ask(`${letters}confirm/`, { method: 'POST', headers: { origin: address } });
  assert.equal(agreed.status, 303);
  mail.taken.length = 0;
  return [receiptPath(site, id), letters];
}
