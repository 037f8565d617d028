import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import type { Outcome } from '../lib/refusal.ts';
import { listenLocally } from '../outbound/fixtures.ts';
import { actions } from '../record/entry.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { addStaff } from '../staff/add-staff.ts';
import type { EngineName } from '../store/migrations/statements.ts';
import { addWebhook, rotateSecret, startWebhook, stopWebhook, testWebhook } from './change-webhook.ts';
import { sendAgain } from './deliver.ts';
import { fanOut } from './fan-out.ts';
import { deliverDue } from './fixtures.ts';
import { listDeliveries, readWebhook } from './queries.ts';
import { secretOf } from './sign.ts';
import { startWebhooks } from './start-webhooks.ts';
import { eventTypes, newWebhook } from './webhook.ts';

type Received = { headers: IncomingHttpHeaders; text: string };
type Reply = (response: import('node:http').ServerResponse, received: Received) => void;

/** A site with a webhook to a real server, whose answers the test decides. */
async function open(engine: EngineName, reply: Reply = (response) => response.end('thanks')) {
  const received: Received[] = [];
  const answers = { reply };
  const receiver = await listenLocally((request, response) => {
    let text = '';
    request.on('data', (piece) => {
      text += piece;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, text });
      answers.reply(response, { headers: request.headers, text });
    });
  });
  const site = await openTestSite(engine, { HUSTINGS_OUTBOUND_ALLOW: receiver.place });
  await setSetting(site, 'comments.policy', 'open');
  const owner = granted(await addStaff(site, { name: 'Ann Osei', email: 'o@ledger.example', role: 'owner' }));
  const events = [...eventTypes];
  const { id } = granted(await addWebhook(site, owner, newWebhook.parse({ url: receiver.url, events })));
  return { site, owner, id, receiver, received, answers };
}

/** Lets the record be told: places its entries, takes them, sends what is due. */
async function tell(site: TestSite): Promise<void> {
  await sequenceEntries(site);
  await fanOut(site);
  while ((await deliverDue(site)) > 0);
}

const refusedWith = (outcome: Outcome<unknown>) =>
  outcome.ok ? 'granted' : `${outcome.code} ${outcome.sentence}`;

const deliveriesOf = ({ store }: TestSite, webhookId: string) =>
  listDeliveries(store.read, { webhookId, limit: 100, offset: 0 });

function isSigned({ headers, text }: Received, secret: string): boolean {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`;
  const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(expected);
}

const second = 1_000;
const day = 86_400 * second;

onBothEngines('webhooks', (engine) => {
  test('what is published is told, signed, by ids and links and without a word of it', async () => {
    const { site, id, received } = await open(engine);
    const article = await publishSample(site, {
      title: 'Canary title',
      body: 'Canary words.',
      byline: 'Canary Name',
    });
    await send(site, { articleId: article.id, name: 'Canary Reader', text: 'Canary response.' });
    await tell(site);
    const told = received.map(({ text }) => JSON.parse(text));
    told.sort((one, other) => one.data.entry - other.data.entry); // two are under way at once
    assert.deepEqual(
      told.map(({ type }) => type),
      ['article.publish', 'comment.publish'],
    );
    const entries = await site.store.read
      .selectFrom('record_entries')
      .select(['id', 'seq'])
      .where('action', 'in', ['article.publish', 'comment.publish'])
      .orderBy('seq')
      .execute();
    const api = `https://ledger.example/api/v1/articles/${article.id}`;
    assert.deepEqual(told[1], {
      ...{ id: entries[1]?.id, type: 'comment.publish', timestamp: '2026-03-12T07:00:00.000Z' },
      data: {
        ...{ entry: entries[1]?.seq, article: article.id, number: 1 },
        links: { article: api, comment: `${api}/comments?after=0&limit=1` },
      },
    });
    for (const each of received) {
      assert.doesNotMatch(each.text, /canary|bridge/i);
      assert.ok(isSigned(each, secretOf(site, { id, number: 1 })));
      assert.equal(isSigned(each, secretOf(site, { id, number: 2 })), false);
      assert.equal(isSigned({ ...each, text: `${each.text} ` }, secretOf(site, { id, number: 1 })), false);
      assert.equal(each.headers['webhook-id'], JSON.parse(each.text).id);
      assert.equal(each.headers['webhook-timestamp'], String(site.clock.now().getTime() / 1000));
      assert.equal(each.headers['content-type'], 'application/json');
    }
    const [newest] = await deliveriesOf(site, id);
    assert.deepEqual([newest?.state, newest?.status, newest?.outcome], ['delivered', 200, 'thanks']);
  });

  test('nothing is told of private entries, of drafts, or of what happened before', async () => {
    const { site, received } = await open(engine);
    await tell(site);
    assert.deepEqual(received, []);
    const later = await open(engine);
    await publishSample(later.site);
    later.site.clock.pass(second);
    const again = granted(
      await addWebhook(later.site, later.owner, { url: later.receiver.url, events: ['article.publish'] }),
    );
    await tell(later.site);
    assert.deepEqual((await deliveriesOf(later.site, again.id)).length, 0);
    assert.equal(later.received.length, 1);
  });

  test('a receiver that fails is told again, later and later, until it answers', async () => {
    const { site, id, received, answers } = await open(engine, (response) =>
      response.writeHead(500).end('no\u0000\n<b>'),
    );
    await publishSample(site);
    await tell(site);
    assert.equal(received.length, 1);
    const [failed] = await deliveriesOf(site, id);
    assert.deepEqual([failed?.state, failed?.status, failed?.outcome], ['waiting', 500, 'no <b>']);
    site.clock.pass(9 * second);
    await tell(site);
    assert.equal(received.length, 1, 'not before its time');
    answers.reply = (response) => response.writeHead(204).end();
    site.clock.pass(second);
    await tell(site);
    assert.equal(received.length, 2);
    assert.equal(received[0]?.headers['webhook-id'], received[1]?.headers['webhook-id']);
    assert.equal(received[0]?.text, received[1]?.text);
    const [delivered] = await deliveriesOf(site, id);
    assert.deepEqual([delivered?.state, delivered?.status, delivered?.attempts], ['delivered', 204, 2]);
    await tell(site);
    assert.equal(received.length, 2);
  });

  test('after eight attempts in about a day a delivery has failed; it can be sent again by hand', async () => {
    const { site, id, received, answers } = await open(engine, (response) => response.writeHead(503).end());
    await publishSample(site);
    const start = site.clock.now().getTime();
    await tell(site);
    let state = 'waiting';
    let last = 0;
    while (state === 'waiting') {
      const [delivery] = await deliveriesOf(site, id);
      state = delivery?.state ?? '';
      last = Date.parse(delivery?.lastAt ?? '');
      site.clock.set(delivery?.dueAt ?? '');
      await tell(site);
    }
    assert.equal(state, 'failed');
    assert.equal(received.length, 8);
    assert.ok(last - start > 0.9 * day && last - start < 1.1 * day);
    answers.reply = (response) => response.end();
    const [delivery] = await deliveriesOf(site, id);
    granted(await sendAgain(site, delivery?.id ?? ''));
    await tell(site);
    assert.equal((await deliveriesOf(site, id))[0]?.state, 'delivered');
    assert.equal(new Set(received.map(({ headers }) => headers['webhook-id'])).size, 1);
  });

  test('a redirect to a private address, an endless answer and silence are outcomes', async () => {
    const inner = await listenLocally((_, response) => response.end('secret'));
    const { site, id, answers } = await open(engine);
    const replies: [Reply, RegExp, string][] = [
      [
        (response) => response.writeHead(307, { location: inner.url }).end(),
        /Port \d+ is not asked/,
        'waiting',
      ],
      [
        (response) => response.writeHead(307, { location: 'http://169.254.169.254/' }).end(),
        /does not lead to the public internet/,
        'waiting',
      ],
      [(response) => response.writeHead(302, { location: inner.url }).end(), /^$/, 'waiting'],
      [
        (response) => {
          const write = () => {
            while (!response.destroyed && response.write('x'.repeat(10_000)));
            if (!response.destroyed) response.once('drain', write);
          };
          write();
        },
        /^x{500}$/,
        'delivered',
      ],
      [(response) => response.destroy(), /could not be reached/, 'waiting'],
    ];
    for (const [reply, outcome, state] of replies) {
      answers.reply = reply;
      site.clock.pass(second);
      granted(await testWebhook(site, id));
      await deliverDue(site);
      const [delivery] = await deliveriesOf(site, id);
      assert.match(delivery?.outcome ?? '', outcome);
      assert.equal(delivery?.state, state);
    }
    assert.equal(inner.connects, 0);
  });

  test('broken off between sending and noting it, a delivery is sent again under the same id', async () => {
    const { site, received } = await open(engine);
    await publishSample(site);
    await sequenceEntries(site);
    await fanOut(site);
    const broken = {
      ...site,
      fetch: async (request: Parameters<typeof site.fetch>[0]) => {
        await site.fetch(request);
        throw new Error('the machine stops');
      },
    };
    await assert.rejects(deliverDue(broken), /the machine stops/);
    assert.equal(received.length, 1);
    assert.equal(await deliverDue(site), 0, 'it may be under way still');
    site.clock.pass(61 * second);
    await tell(site);
    assert.equal(received.length, 2);
    assert.equal(received[0]?.headers['webhook-id'], received[1]?.headers['webhook-id']);
  });

  test('whenever taking the record is broken off, nothing is left out and nothing told twice', async () => {
    const { site, id, received } = await open(engine);
    const { id: articleId } = await publishSample(site);
    for (let number = 1; number <= 5; number += 1)
      await send(site, { articleId, text: `Response ${number}.`, address: `192.0.2.${number}` });
    await sequenceEntries(site);
    const write = site.store.write;
    for (let times = 0; times < 3; times += 1) {
      site.store.write = (verb) =>
        write(async (tx) => {
          await verb(tx);
          throw new Error('the machine stops');
        });
      await assert.rejects(fanOut(site), /the machine stops/);
      site.store.write = write;
      assert.equal((await deliveriesOf(site, id)).length, 0);
    }
    await Promise.all([fanOut(site), fanOut(site), fanOut(site)]);
    assert.equal((await deliveriesOf(site, id)).length, 6);
    await Promise.all([tell(site), tell(site)]);
    assert.equal(new Set(received.map(({ headers }) => headers['webhook-id'])).size, 6);
    assert.equal(received.length, 6);
  });

  test('for a day after a new secret was made, both sign; then the new one alone', async () => {
    const { site, owner, id, received } = await open(engine);
    const [first, next] = [1, 2].map((number) => secretOf(site, { id, number }));
    const signs = async () => {
      granted(await testWebhook(site, id));
      await deliverDue(site);
      const last = received.at(-1);
      assert.ok(last);
      return [first, next].map((secret = '') => isSigned(last, secret));
    };
    assert.deepEqual(await signs(), [true, false]);
    granted(await rotateSecret(site, owner, id));
    assert.deepEqual(await signs(), [true, true]);
    site.clock.pass(day);
    assert.deepEqual(await signs(), [false, true]);
  });

  test('a webhook that fails for five days, or says that it is gone, is stopped; started again, it is told', async () => {
    const { site, owner, id, answers, received } = await open(engine, (response) =>
      response.writeHead(500).end(),
    );
    const stoppedWhy = async () => (await readWebhook(site.store.read, id))?.webhook.stopped?.why ?? null;
    for (let days = 0; days < 5; days += 1) {
      granted(await testWebhook(site, id));
      await deliverDue(site);
      assert.equal(await stoppedWhy(), null);
      site.clock.pass(day);
    }
    granted(await testWebhook(site, id));
    await deliverDue(site);
    assert.equal(await stoppedWhy(), 'failing');
    const before = received.length;
    await tell(site);
    assert.equal(received.length, before, 'nothing more is sent');
    answers.reply = (response) => response.writeHead(410).end();
    granted(await startWebhook(site, owner, id));
    await deliverDue(site);
    assert.equal(await stoppedWhy(), 'gone');
    granted(await startWebhook(site, owner, id));
    granted(await stopWebhook(site, owner, id));
    assert.equal(await stoppedWhy(), 'pressed');
  });

  test('where other hosts are not asked, that is the outcome', async () => {
    const { site, id, receiver } = await open(engine);
    const off = await openTestSite(engine, {
      HUSTINGS_OUTBOUND: 'off',
      HUSTINGS_OUTBOUND_ALLOW: receiver.place,
    });
    granted(await testWebhook(site, id));
    await deliverDue({ ...site, fetch: off.fetch });
    assert.match((await deliveriesOf(site, id))[0]?.outcome ?? '', /switched off/);
    assert.equal(receiver.connects, 0);
  });

  test('a slow receiver holds up no other, however much waits for it', async () => {
    const { site, id, owner } = await open(engine);
    const quick = granted(
      await addWebhook(site, owner, { url: 'https://quick.example/', events: ['article.publish'] }),
    );
    for (let each = 0; each < 8; each += 1) granted(await testWebhook(site, id));
    site.clock.pass(second);
    for (let each = 0; each < 5; each += 1) granted(await testWebhook(site, quick.id));
    const asked: string[] = [];
    let answerAll: () => void = () => undefined;
    const silent = new Promise<void>((resolve) => {
      answerAll = resolve;
    });
    const fetch: typeof site.fetch = async ({ url }) => {
      asked.push(url);
      if (url !== 'https://quick.example/') await silent;
      const exchange = { request: '', response: '', via: [] };
      return {
        ...{ ok: true, url, status: 200, headers: new Headers(), body: new Uint8Array(), cut: false },
        exchange,
      };
    };
    const telling = startWebhooks({ ...site, fetch });
    const delivered = async () =>
      (await deliveriesOf(site, quick.id)).filter(({ state }) => state === 'delivered').length;
    const slow = () => asked.filter((url) => url !== 'https://quick.example/').length;
    while ((await delivered()) < 5 || slow() < 2) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(slow(), 2, 'two wait for an answer');
    const stopped = telling.stop();
    answerAll();
    await stopped;
    const states = (await deliveriesOf(site, id)).map(({ state }) => state);
    assert.equal(states.filter((state) => state === 'delivered').length, 2);
    assert.equal(states.filter((state) => state === 'waiting').length, 6);
  });

  test('at most twenty are told; those that were stopped do not count', async () => {
    const { site, owner, id } = await open(engine);
    const add = () => addWebhook(site, owner, { url: 'https://hook.example/', events: ['article.publish'] });
    for (let count = 1; count < 20; count += 1) granted(await add());
    assert.match(refusedWith(await add()), /too-many-webhooks .*stop one first/);
    granted(await stopWebhook(site, owner, id));
    granted(await add());
    assert.match(refusedWith(await startWebhook(site, owner, id)), /too-many-webhooks/);
  });
});

test('a webhook needs a web address without credentials, and something to be told of', () => {
  const good = { url: ' https://hook.example/x ', events: ['article.publish'] };
  assert.equal(newWebhook.parse(good).url, 'https://hook.example/x');
  for (const url of [
    '',
    'hook.example',
    'ftp://hook.example/',
    'javascript:alert(1)',
    'https://u:p@hook.example/',
    `https://h.example/${'x'.repeat(2000)}`,
  ])
    assert.equal(newWebhook.safeParse({ ...good, url }).success, false, url);
  for (const events of [[], ['setting.change'], ['staff.add'], ['']])
    assert.equal(newWebhook.safeParse({ ...good, events }).success, false);
  assert.ok(eventTypes.every((type) => !/schedule|review/.test(type)));
});

test('each event that is offered is a public entry of the record, and each such entry of articles is offered', () => {
  const rows = readFileSync('docs/record.md', 'utf8').matchAll(/^\| `([\w.-]+)` \|.*\| (\w+) \|$/gm);
  const isPublic = new Map(
    [...rows].map(([, action = '', visibility = '']) => [action, visibility === 'public']),
  );
  for (const type of eventTypes) assert.equal(isPublic.get(type), true, type);
  const ofArticles = actions.filter((action) => /^(?:article|claim|revision|comment|picture)\./.test(action));
  assert.deepEqual(
    ofArticles.filter((action) => isPublic.get(action)),
    ofArticles.filter((action) => eventTypes.some((type) => type === action)),
  );
});
