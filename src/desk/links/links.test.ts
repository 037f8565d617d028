import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { publishSample } from '../../../test/support/publish.ts';
import { page } from '../../citations/fixtures.ts';
import { findLinks, lookAtDue } from '../../citations/start-citations.ts';
import { listenLocally } from '../../outbound/fixtures.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import type { EngineName } from '../../store/migrations/statements.ts';
import { openDesk, signedIn } from '../fixtures.ts';

async function openLinked(engine: EngineName, cited: (url: string) => string[] = (url) => [url]) {
  const state = { status: 200 };
  const listener = await listenLocally((_, response) =>
    response
      .writeHead(state.status, { 'content-type': 'text/html' })
      .end(page({ paragraphs: ['The bolts are bright.'], title: 'Under <the> deck' })),
  );
  const desk = await openDesk(engine, { HUSTINGS_OUTBOUND_ALLOW: listener.place });
  const body = cited(listener.url)
    .map((url) => `[There](${url})`)
    .join('\n\n');
  const { path } = await publishSample(desk.site, { title: 'Bridge toll', body });
  const look = async () => {
    await sequenceEntries(desk.site);
    await findLinks(desk.site);
    return lookAtDue(desk.site);
  };
  const id = async () =>
    (await desk.site.store.read.selectFrom('citations').select('id').executeTakeFirstOrThrow()).id;
  return { ...desk, desk, state, listener, path, look, id };
}

const day = 86_400_000;

onBothEngines('the desk’s page of links', (engine) => {
  test('lists cited pages, the broken first, with who cites them and what was kept', async () => {
    const { desk, state, look, path } = await openLinked(engine, (url) => [`${url}a`, 'http://127.0.0.1/b']);
    const editor = await signedIn(desk, 'editor');
    assert.match(
      (await editor.get('/desk/links/')).text,
      /Nothing that is published links to elsewhere yet\./,
    );
    await look();
    const { text } = await editor.get('/desk/links/');
    assert.match(text, /Under &lt;the&gt; deck/);
    assert.match(text, /Refused since .{0,80}127\.0\.0\.1 does not lead to the public internet/s);
    assert.ok(text.includes(`<a href="${path}"><bdi>Bridge toll</bdi></a>`));
    assert.match(text, /What it said: <q dir="auto">The bolts are bright\.<\/q>/);
    assert.doesNotMatch((await editor.get('/desk/')).text, /gone or changed/);
    state.status = 404;
    for (const rest of [day, 3_600_000, day, day]) {
      desk.site.clock.pass(rest);
      await look();
    }
    const gone = (await editor.get('/desk/links/')).text;
    assert.ok(gone.indexOf('Gone since') < gone.indexOf('Refused since'));
    assert.match((await editor.get('/desk/')).text, /1 cited page is gone or changed\./);
    assert.match((await editor.get('/desk/links/?state=fine')).text, /None stands so\./);
  });

  test('has a page looked at at once', async () => {
    const { desk, look, listener, id } = await openLinked(engine);
    await look();
    const owner = await signedIn(desk, 'owner');
    desk.site.clock.pass(10_000);
    assert.equal(await look(), 0);
    const answer = await owner.post(`/desk/links/${await id()}/`, { do: 'again' });
    assert.equal(answer.location, '/desk/links/?done=again');
    assert.equal(await look(), 1);
    assert.equal(listener.connects, 2);
    assert.equal(
      (await owner.post('/desk/links/01957f00-0000-7000-8000-000000000000/', { do: 'again' })).status,
      409,
    );
  });

  test('forgets a page for a reason: snapshots, copies and excerpts go, and it is not looked at again', async () => {
    const { desk, site, look, id } = await openLinked(engine);
    await look();
    const owner = await signedIn(desk, 'owner');
    const copies = () =>
      readdirSync(join(site.config.dataFolder, 'links'), { recursive: true }).filter((name) =>
        /gz$/.test(String(name)),
      );
    assert.equal(copies().length, 1);
    const refused = await owner.post(`/desk/links/${await id()}/`, { do: 'forget', reason: '  ' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Say why, in a few words/);
    const reason = 'A private person’s address stood on it.';
    assert.equal((await owner.post(`/desk/links/${await id()}/`, { do: 'forget', reason })).status, 303);
    assert.equal(copies().length, 0);
    assert.deepEqual(await site.store.read.selectFrom('snapshots').selectAll().execute(), []);
    site.clock.pass(400 * day);
    assert.equal(await look(), 0);
    assert.match(
      (await owner.get('/desk/links/')).text,
      /Forgotten on .*A private person’s address stood on it\./s,
    );
    assert.equal((await owner.post(`/desk/links/${await id()}/`, { do: 'again' })).status, 409);
    const entries = await site.store.read
      .selectFrom('record_entries')
      .select(['visibility', 'private_body'])
      .where('action', '=', 'link.forget')
      .execute();
    assert.deepEqual(
      entries.map(({ visibility }) => visibility),
      ['private'],
    );
    assert.doesNotMatch(
      entries[0]?.private_body ?? '',
      /person|127\.0/,
      'the record has neither words nor addresses',
    );
  });

  test('never asks a host again that was barred, until it is allowed', async () => {
    const { desk, site, look, listener, id } = await openLinked(engine);
    await look();
    const editor = await signedIn(desk, 'editor');
    const reason = 'They asked us not to.';
    assert.equal((await editor.post(`/desk/links/${await id()}/`, { do: 'bar', reason })).status, 303);
    site.clock.pass(30 * day);
    assert.equal(await look(), 0);
    assert.match((await editor.get('/desk/links/')).text, /is never asked, since/);
    assert.equal((await editor.post(`/desk/links/${await id()}/`, { do: 'again' })).status, 409);
    assert.equal((await editor.post(`/desk/links/${await id()}/`, { do: 'allow' })).status, 303);
    assert.equal(await look(), 1);
    assert.equal(listener.connects, 2);
  });
});
