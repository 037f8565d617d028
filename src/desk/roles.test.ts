import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { may, mayOn, type Role, roles, stages } from '../staff/permissions.ts';
import { type DeskRoute, isArticleRoute } from './desk-route.ts';
import { type Answer, articleIn, Browser, openDesk, publish, respond, signedIn, stored } from './fixtures.ts';
import { deskRoutes } from './routes.tsx';

/** What somebody who is not signed in may use: the way in, and out. */
const openPaths = [
  ...['/desk', '/desk/sign-in/', '/desk/sign-out/'],
  ...['/desk/sign-in/passkey/', '/desk/sign-in/passkey/question/', '/desk/join/'],
  ...['/desk/sign-in/password/', '/desk/sign-in/link/', '/desk/sign-in/letter/'],
];

const nobodys = '01957f00-0000-7000-8000-000000000000';

/** A request to the route about one thing; about one that is nobody's, where none is named. */
function send(
  browser: Browser,
  { method, path }: DeskRoute,
  { headers = {}, id = nobodys }: { headers?: Record<string, string>; id?: string } = {},
) {
  const address = path.replace(/:id\{[^/]*\}/, id).replace(/:\w+\{[^/]*\}/g, nobodys);
  return method === 'GET' ? browser.get(address) : browser.post(address, {}, headers);
}

onBothEngines('roles at the desk', (engine) => {
  test('every route of the desk stands in the table with its permission', async () => {
    const { web } = await openDesk(engine);
    const listed = new Set(deskRoutes.map(({ method, path }) => `${method} ${path}`));
    const found = web.app.routes.filter(({ path }) => path.startsWith('/desk'));
    const unlisted = found.filter(({ method, path }) => !listed.has(`${method} ${path}`));
    // The rest answers for no method or address of its own: 405, 404 and the header of all.
    const paths = new Set([...deskRoutes.map(({ path }) => path), '/desk/*']);
    assert.ok(unlisted.every(({ method, path }) => method === 'ALL' && paths.has(path)));
    assert.equal(unlisted.length, paths.size + 1);
    const open = deskRoutes.filter(({ verb }) => verb === 'anybody').map(({ path }) => path);
    assert.deepEqual(new Set(open), new Set(openPaths));
  });

  test('each role gets what its permissions say, and 403 for all else', async () => {
    const desk = await openDesk(engine);
    for (const role of roles) {
      for (const route of deskRoutes) {
        if (route.verb === 'anybody' || isArticleRoute(route)) continue;
        const browser = await signedInOnce(desk, role);
        const answer = await send(browser, route);
        check(answer, {
          role,
          what: `${role}: ${route.method} ${route.path}`,
          allowed: may(role, route.verb),
        });
      }
    }
  });

  test('each role gets what its permissions say of an article in each of its stages', async () => {
    const desk = await openDesk(engine);
    for (const stage of stages) {
      // What only reads, or is not allowed, leaves the article as it was.
      let id = await articleIn(desk, stage);
      for (const route of deskRoutes.filter(isArticleRoute))
        for (const role of roles) {
          const browser = await signedInOnce(desk, role);
          const what = `${role}, ${stage}: ${route.method} ${route.path}`;
          const allowed = mayOn(role, route.verb, stage);
          check(await send(browser, route, { id }), { role, what, allowed });
          if (allowed && route.method === 'POST') id = await articleIn(desk, stage);
        }
    }
  });

  test('nobody signed in gets nothing but the way in', async () => {
    const desk = await openDesk(engine);
    const browser = new Browser(desk);
    for (const route of deskRoutes) {
      if (route.verb === 'anybody') continue;
      const { status, location } = await send(browser, route);
      if (route.method === 'GET') assert.deepEqual([status, location], [303, '/desk/sign-in/']);
      else assert.equal(status, 401);
    }
    for (const path of ['/desk/nothing/', '/desk/queue', '/desk/articles/1/'])
      assert.equal((await browser.get(path)).location, '/desk/sign-in/');
    assert.equal((await browser.ask('/desk/queue/', { method: 'PUT' })).status, 401);
  });

  test('no variant of an address goes round the table', async () => {
    const desk = await openDesk(engine);
    const browser = await signedIn(desk, 'author');
    const variants = [
      ...['/desk/queue', '/DESK/queue/', '/desk//queue/', '/desk/./queue/', '/desk/%71ueue/'],
      ...['/desk/queue/?_method=GET', '/desk/articles/../queue/', '/desk/queue;/', '/desk/queue/%2e/'],
    ];
    for (const path of variants) {
      const answer = await browser.get(path);
      const next = answer.location === null ? answer : await browser.get(answer.location);
      assert.ok([403, 404].includes(next.status), `${path} ${next.status}`);
    }
    assert.equal((await browser.ask('/desk/queue/', { method: 'HEAD' })).status, 403);
  });

  test('a method that an address does not take is answered 405 with those it does', async () => {
    const desk = await openDesk(engine);
    const browser = await signedIn(desk, 'owner');
    const headers = { origin: desk.site.config.url };
    const answer = await browser.ask('/desk/sign-in/', { method: 'DELETE', headers });
    assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'GET, POST']);
    assert.equal((await browser.get('/desk/nothing/')).status, 404);
  });

  test('a forged Origin changes nothing, whoever is signed in', async () => {
    const desk = await openDesk(engine);
    const article = await publish(desk, 'Bridge toll');
    const id = await respond(desk, article.id, { name: 'Turncock', text: 'They will not say.' });
    const browser = await signedIn(desk, 'owner');
    const forged = [{ origin: 'https://evil.example' }, { origin: 'null' }];
    for (const headers of forged) {
      for (const route of deskRoutes)
        if (route.method === 'POST') assert.equal((await send(browser, route, { headers })).status, 403);
      const removed = await browser.post(`/desk/queue/${id}/remove/`, { reason: 'rule-1' }, headers);
      assert.equal(removed.status, 403);
    }
    assert.equal((await stored(desk, id)).state, 'held');
    assert.equal((await browser.get('/desk/')).status, 200, 'still signed in');
  });

  test('a form sent as anything else than a form is not read', async () => {
    const desk = await openDesk(engine);
    const browser = await signedIn(desk, 'owner');
    const answer = await browser.post('/desk/articles/new/', {}, { 'content-type': 'text/plain' });
    assert.equal(answer.status, 415);
    const large = await browser.post('/desk/articles/new/', { body: 'x'.repeat(7_000_000) });
    assert.equal(large.status, 413);
  });
});

type Expected = { role: Role; what: string; allowed: boolean };

/** Allowed is whatever the route makes of an empty form; forbidden is a 403 that names the role. */
function check({ status, text, headers }: Answer, { role, what, allowed }: Expected): void {
  assert.equal(headers.get('cache-control'), 'no-store', what);
  if (allowed) assert.ok([200, 303, 404, 409, 410, 422].includes(status), `${what} ${status}`);
  else assert.equal(status, 403, what);
  if (status === 403) assert.match(text, new RegExp(`Your part here is ${role}`));
}

const open = new WeakMap<object, Map<Role, Browser>>();

/** One session for each role and desk: signing in is slow. */
async function signedInOnce(desk: Parameters<typeof signedIn>[0], role: Role): Promise<Browser> {
  const known = open.get(desk) ?? new Map<Role, Browser>();
  open.set(desk, known);
  const browser = known.get(role) ?? (await signedIn(desk, role));
  known.set(role, browser);
  return browser;
}
