import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { onBothEngines } from '../support/engines.ts';
import { crawl, type Got, publicRoutes, routeOf } from './crawl.ts';
import { fill } from './fill.ts';
import { look, openWatched, settle } from './open.ts';
import { addressesOf, unasked } from './places.ts';
import { type Canary, found } from './secrets.ts';

onBothEngines('what may not be seen', (engine) => {
  test('stands nowhere in all that anybody may reach, at once and a minute later', async (t: TestContext) => {
    const watched = await openWatched(t, engine);
    const { canaries, site, web, address, mail, elsewhere, ask } = watched;
    const { article, fillings, take } = await fill(watched);
    const live = `${article.path}responses/live`;
    const routes = publicRoutes(web);
    const placed = routes
      .filter(({ method }) => method === 'GET')
      .flatMap(({ path }) => addressesOf(path, fillings));
    const lists = ['/api/v1/articles?limit=1', `/api/v1/articles/${article.id}/comments?limit=3`];
    const looked = canaries.all.filter(({ of }) => /^the (?:beginning|name|title|text|words)/.test(of));
    const words = looked.map(({ word }) => `/search?q=${word}`);
    const wrong = ['/nothing/', '/%ff/', '/desk/', `${article.path}responses/999/`];
    const seeds = [...placed.filter((path) => !path.endsWith('/live')), ...lists, ...words, ...wrong];
    const crawling = { address, kindOf: (path: string) => routeOf(web, 'GET', path) };
    await look(site);
    const stream = await listenTo(address + live);

    const before = await crawl(ask, seeds, crawling);
    assert.deepEqual(
      unasked(web, routes, [...before.keys(), live]),
      [],
      'routes without a place in the crawl',
    );
    const shown = [...canaries.those('before'), ...canaries.those('kept')];
    assert.deepEqual(unfound(shown, before.values()), [], 'the crawl does not find what anybody may read');
    assert.deepEqual(whereIs(canaries.those('never'), before.values()), []);

    await take();
    const hidden = [...canaries.those('before'), ...canaries.those('never')];
    const atOnce = await crawl(again, before.keys(), crawling);
    assert.deepEqual(whereIs(hidden, atOnce.values()), [], 'at once');
    assert.deepEqual(whereIs(hidden, await pressed()), [], 'sent to by whoever has no right to');

    await settle(site);
    site.clock.pass(61_000);
    await settle(site);
    const brief = (path: string) => ask(path, { headers: { 'accept-encoding': 'br' } });
    const later = await crawl(brief, atOnce.keys(), crawling);
    assert.deepEqual(whereIs(hidden, later.values()), [], 'a minute later');
    assert.deepEqual(unfound(canaries.those('kept'), later.values()), [], 'what stays is found throughout');

    const letters = mail.taken.filter((letter) => letter.includes('To: wilf@post.example'));
    const said = [...letters, ...elsewhere.told, await stream.end()];
    assert.ok(letters.length > 0 && elsewhere.told.length > 0 && /data: /.test(said.at(-1) ?? ''));
    assert.deepEqual(
      said.flatMap((text) => found(hidden, text)),
      [],
      'in letters, to programs, in the stream',
    );

    /** Asks as whoever has kept a page does: what is not sent again is what they have. */
    async function again(path: string): Promise<Got> {
      const had = before.get(path);
      const known = had?.etag && had.status === 200 ? { 'if-none-match': had.etag } : {};
      const got = await ask(path, { headers: known });
      return had && got.status === 304 ? had : got;
    }

    /** All that takes something, sent to with nothing in it; and one head of each kind of page. */
    async function pressed(): Promise<Got[]> {
      const answers: Got[] = [];
      const headers = { origin: address, 'content-type': 'application/x-www-form-urlencoded' };
      for (const { method, path } of routes.filter((route) => route.method !== 'GET'))
        for (const place of addressesOf(path, { ...fillings, secrets: [] }).slice(0, 4))
          answers.push(
            await ask(place, method === 'OPTIONS' ? { method } : { method, headers, body: 'text=' }),
          );
      for (const { number } of fillings.responses)
        answers.push(
          await ask(`${article.path}responses/`, {
            method: 'POST',
            headers,
            body: `in_reply_to=${number}&name=x&text=`,
          }),
        );
      for (const { path } of routes.filter((route) => route.method === 'GET'))
        for (const place of addressesOf(path, fillings)
          .filter((each) => !each.endsWith('/live'))
          .slice(0, 2))
          answers.push(await ask(place, { method: 'HEAD' }));
      return answers;
    }
  });
});

/** Where each of these stands. What somebody looked for stands in the page that answers. */
function whereIs(hidden: readonly Canary[], answers: Iterable<Got>): string[] {
  return [...answers].flatMap(({ path, text }) =>
    found(hidden, text)
      .filter(({ word }) => !path.includes(word))
      .map(({ of, word }) => `${path}: ${of} (${word})`),
  );
}

/** Those of these that stand nowhere but in what was looked for by them. */
function unfound(shown: readonly Canary[], answers: Iterable<Got>): string[] {
  const all = new Set(
    [...answers].flatMap(({ path, text }) => found(shown, text).filter(({ word }) => !path.includes(word))),
  );
  return shown.filter((each) => !all.has(each)).map(({ of }) => of);
}

/** What a stream says until it is ended. */
async function listenTo(url: string): Promise<{ end(): Promise<string> }> {
  const stop = new AbortController();
  const answer = await fetch(`${url}?after=0`, { signal: stop.signal });
  let said = '';
  const reading = (async () => {
    for await (const piece of answer.body ?? []) said += Buffer.from(piece).toString();
  })().catch(() => undefined);
  return {
    async end() {
      stop.abort();
      await reading;
      return said;
    },
  };
}
