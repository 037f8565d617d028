import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { after, test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample, send } from '../../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../../test/support/site.ts';
import { readArticle } from '../../articles/queries.ts';
import { withdrawArticle } from '../../articles/withdraw-article.ts';
import { editComment } from '../../comments/edits/edit-comment.ts';
import { removeComment } from '../../moderation/decide.ts';
import { reasonsOf } from '../../moderation/reason.ts';
import { appendEntry } from '../../record/append.ts';
import { listen, stopListening } from '../../web/server.ts';
import { createSiteWeb } from '../../web-app.ts';
import { Live, mostReaders } from './live.ts';

onBothEngines('readers who wait for responses', (engine) => {
  test('are told of each number, of what is removed, and of the article’s end, and of no word', async () => {
    const site = await openTestSite(engine);
    const { id, path } = await publishSample(site, { policy: 'open' });
    granted(await send(site, { articleId: id, text: 'First here.' }));
    const server = await listen(createSiteWeb(site), { port: 0, host: '127.0.0.1' });
    after(() => server.closeAllConnections());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}responses/live`;
    const answer = await fetch(url, { headers: { 'last-event-id': '1' } });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const until = reader(answer);

    const second = granted(
      await send(site, { articleId: id, text: 'A secret word.', secret: 'b', name: 'Pell' }),
    );
    const told = await until('event: response');
    assert.match(told, /id: 2\nevent: response\ndata: \{"number":2,"place":"\/.*\/responses\/2\/"\}\n\n/);

    site.clock.pass(60_000);
    granted(await editComment(site, { id: second.id, text: 'Another secret word.' }));
    assert.match(await until('event: changed'), /event: changed\ndata: \{"number":2\}\n\n/, 'an edit');

    site.clock.pass(60_000);
    const [reason] = reasonsOf({ rules: 'Be kind.' });
    granted(
      await removeComment(site, {
        id: second.id,
        moderator: { actor: { role: 'moderator' }, staffId: null },
        reason: { ...(reason ?? assert.fail()), sentence: '' },
      }),
    );
    const twice = /(event: changed\ndata: \{"number":2\}\n\n)[\s\S]*\1/;
    assert.match(await until(twice), twice, 'a removal');

    const late = reader(await fetch(url, { headers: { 'last-event-id': '1' } }));
    assert.match(await late('event: response'), /id: 2\n/, 'what was missed is told at once');

    granted(
      await withdrawArticle(
        site,
        { actor: { role: 'owner' }, staffId: null },
        { id, reason: 'other', note: 'Gone.' },
      ),
    );
    const all = await until('event: end');
    assert.doesNotMatch(all, /secret|Pell/);
    assert.equal((await fetch(url)).status, 410);
    await stopListening(server);
    assert.deepEqual(site.faults, []);
  });

  test('are asked to come later where too many wait from one address, and let go when the server stops', async () => {
    const site = await openTestSite(engine);
    const { path } = await publishSample(site, { policy: 'open' });
    const server = await listen(createSiteWeb(site), { port: 0, host: '127.0.0.1' });
    after(() => server.closeAllConnections());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}responses/live`;
    const head = await fetch(url, { method: 'HEAD' });
    assert.equal(head.status, 200);
    const waiting = [];
    for (let each = 0; each < mostReaders.ofOneAddress; each += 1) waiting.push(await fetch(url));
    assert.ok(waiting.every(({ status }) => status === 200));
    const refused = await fetch(url);
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '60']);
    await refused.text();
    await waiting[0]?.body?.cancel();
    let again = await fetch(url);
    for (let tries = 0; again.status === 503 && tries < 100; tries += 1) {
      await again.text();
      again = await fetch(url);
    }
    assert.equal(again.status, 200, 'whoever goes leaves room');
    await stopListening(server);
    await Promise.all(waiting.slice(1).map((each) => each.text()));
  });

  test('who takes nothing is let go when the article ends, and what happens after that stops nobody', async () => {
    const site = await openTestSite(engine);
    const { id, article } = await opened(site);
    const live = new Live(site);
    const deaf = await accepted({ takesNothing: true });
    while (deaf.writableLength < 9_000) {
      deaf.write('x'.repeat(1_000));
      await new Promise(setImmediate);
    }
    const gone = new Promise((resolve) => deaf.once('close', resolve));
    await live.add(deaf, { address: '192.0.2.1', article, after: 0 });
    const end = { id, reason: 'other', note: 'Gone.' };
    granted(await withdrawArticle(site, { actor: { role: 'owner' }, staffId: null }, end));
    while (!deaf.writableEnded) await new Promise((resolve) => setTimeout(resolve, 10));
    await publishSample(site, { title: 'Another' });
    await gone;
    assert.deepEqual(site.faults, []);
  });

  test('who cannot be let in are let go at once, and leave nothing behind', async () => {
    const site = await openTestSite(engine);
    const { id, article } = await opened(site);
    let [faults, listening] = [1, 0];
    const store: TestSite['store'] = Object.create(site.store, {
      read: {
        get: () => {
          if (faults === 0) return site.store.read;
          faults -= 1;
          throw new Error('The database is not there.');
        },
      },
      onChange: {
        value: (listener: () => void) => {
          const stop = site.store.onChange(listener);
          listening += 1;
          return () => {
            listening -= 1;
            stop();
          };
        },
      },
    });
    const live = new Live({ ...site, store });
    const at = { address: '192.0.2.1', article, after: 0 };
    const [refused, also, reader] = [await accepted(), await accepted(), await accepted()];
    await Promise.all([live.add(refused, at), live.add(also, at)]);
    assert.deepEqual([refused.writableEnded, also.writableEnded, listening], [true, true, 0]);
    await live.add(reader, at);
    const said = saying(reader, 'event: response');
    granted(await send(site, { articleId: id }));
    assert.match(await said, /id: 1\n/);
    const gone = new Promise((resolve) => reader.once('close', resolve));
    reader.destroy();
    await gone;
    assert.equal(listening, 0);
  });

  test('hear of a thousand changes that come together', async () => {
    const site = await openTestSite(engine);
    const { id, article } = await opened(site);
    const live = new Live(site);
    const reader = await accepted();
    await live.add(reader, { address: '192.0.2.1', article, after: 0 });
    const said = saying(reader, 'data: {"number":1000}');
    await site.store.write(async (tx) => {
      for (let number = 1; number <= 1_000; number += 1)
        await appendEntry(site, tx, {
          ...{ action: 'comment.edit', by: { role: 'writer' }, visibility: 'public' },
          subject: { type: 'comment', id: `response ${number}`, article: id, number },
        });
    });
    assert.match(await said, /event: changed/);
    live.close();
  });

  test('hear of everything, whoever came and went while they were let in', async () => {
    const site = await openTestSite(engine);
    const { id, article } = await opened(site);
    const live = new Live(site);
    const [stays, leaves] = [await accepted(), await accepted()];
    leaves.destroy();
    const at = { address: '192.0.2.1', article, after: 0 };
    await Promise.all([live.add(stays, at), live.add(leaves, at)]);
    const said = saying(stays, 'event: response');
    granted(await send(site, { articleId: id }));
    assert.match(await said, /id: 1\n/);
    live.close();
  });
});

async function opened(site: Awaited<ReturnType<typeof openTestSite>>) {
  const { id, path } = await publishSample(site, { policy: 'open' });
  return { id, article: (await readArticle(site.store.read, { path })) ?? assert.fail() };
}

/** Waits until something with a word is written to a reader; answers it. */
function saying(response: ServerResponse, word: string): Promise<string> {
  return new Promise((resolve) => {
    const write = response.write.bind(response);
    response.write = (text: string) => {
      if (text.includes(word)) resolve(text);
      return write(text);
    };
  });
}

/** The server's side of an answer that has begun; its client reads on, or never. */
async function accepted({ takesNothing = false } = {}): Promise<ServerResponse> {
  const begun = Promise.withResolvers<ServerResponse>();
  const server = createServer((_, response) => {
    response.writeHead(200);
    begun.resolve(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.on('error', () => {}); // it is cut off
  client.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  if (takesNothing) client.pause();
  else client.resume();
  after(() => {
    client.destroy();
    server.close();
  });
  return begun.promise;
}

/** Reads on until the stream has said something; answers all that it has said. */
function reader(answer: Response): (word: string | RegExp) => Promise<string> {
  const stream = (answer.body ?? assert.fail()).pipeThrough(new TextDecoderStream()).getReader();
  let all = '';
  return async (word) => {
    const isSaid = () => (typeof word === 'string' ? all.includes(word) : word.test(all));
    while (!isSaid() || !all.endsWith('\n\n')) {
      const { value, done } = await stream.read();
      if (done) break;
      all += value;
    }
    assert.ok(isSaid(), `${word} was not said: ${all}`);
    return all;
  };
}
