import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openDesk, pass, publish, respond, signedIn, stored } from '../fixtures.ts';

/** A desk with a held response, and two who may decide on it. */
async function two(engine: Parameters<typeof openDesk>[0]) {
  const desk = await openDesk(engine);
  const article = await publish(desk, 'Harbour board to push for a toll');
  const id = await respond(desk, article.id, { name: 'Turncock', text: 'They will not say.' });
  const bede = await signedIn(desk, 'moderator');
  const ann = await signedIn(desk, 'owner');
  return { desk, id, bede, ann };
}

onBothEngines('a response that somebody has open', (engine) => {
  test('is shown as theirs to others for two minutes, and keeps nobody from deciding', async () => {
    const { desk, id, bede, ann } = await two(engine);
    const opened = await bede.post(`/desk/queue/${id}/open/`);
    assert.deepEqual([opened.status, opened.location], [303, `/desk/queue/#response-${id}`]);
    assert.match((await ann.get('/desk/queue/')).text, /Bede Hallam has it open\./);
    assert.doesNotMatch((await bede.get('/desk/queue/')).text, /has it open\./);
    const asked = await ann.post(`/desk/queue/${id}/open/`, {}, { accept: 'application/json' });
    assert.equal(JSON.parse(asked.text).sentence, 'Bede Hallam has it open.');
    desk.site.clock.pass(119_000);
    assert.match((await ann.get('/desk/queue/')).text, /has it open/);
    desk.site.clock.pass(1_000);
    assert.doesNotMatch((await ann.get('/desk/queue/')).text, /has it open\./);
    await ann.post(`/desk/queue/${id}/open/`);
    assert.match((await bede.get('/desk/queue/')).text, /Ann Osei has it open\./);
    assert.equal((await bede.post(`/desk/queue/${id}/remove/`, { reason: 'rule-1' })).status, 303);
    assert.equal((await stored(desk, id)).state, 'refused');
  });

  test('that is decided or nobody’s is opened by nobody', async () => {
    const { desk, id, bede } = await two(engine);
    await bede.post(`/desk/queue/${id}/remove/`, { reason: 'rule-1' });
    await bede.post(`/desk/queue/${id}/open/`);
    await bede.post('/desk/queue/01957f00-0000-7000-8000-000000000000/open/');
    assert.deepEqual(await desk.site.store.read.selectFrom('comment_leases').selectAll().execute(), []);
  });
});

onBothEngines('a second decision on one response', (engine) => {
  test('is told who decided what and when, and for which reason; and so are both afterwards', async () => {
    const { desk, id, bede, ann } = await two(engine);
    await bede.post(`/desk/queue/${id}/remove/`, { reason: 'rule-3' });
    desk.site.clock.pass(60_000);
    const late = await ann.post(`/desk/queue/${id}/release/`);
    assert.equal(late.status, 409);
    assert.match(late.text, /decided already\. Bede Hallam removed it, .*\(Rule 3: /);
    assert.match(
      (await ann.get('/desk/queue/')).text,
      /You wanted to release the response by Turncock, but Bede Hallam had removed it before\./,
    );
    assert.match(
      (await bede.get('/desk/queue/')).text,
      /Ann Osei wanted to release the response by Turncock, after you had removed it\./,
    );
    desk.site.clock.pass(900_000);
    assert.doesNotMatch((await bede.get('/desk/queue/')).text, /wanted to release/);
    assert.equal((await stored(desk, id)).state, 'refused');
  });

  test('while a release can be undone is told who pressed it', async () => {
    const { id, bede, ann } = await two(engine);
    await bede.post(`/desk/queue/${id}/release/`);
    const late = await ann.post(`/desk/queue/${id}/release/`);
    assert.equal(late.status, 409);
    assert.match(late.text, /Bede Hallam pressed release on it/);
    const own = await bede.post(`/desk/queue/${id}/release/`);
    assert.match(own.text, /You pressed release on it/);
    assert.match((await bede.get('/desk/queue/')).text, /Ann Osei wanted to release/);
  });

  test('that removes what the other had just released stands, and both are told', async () => {
    const { desk, id, bede, ann } = await two(engine);
    await bede.post(`/desk/queue/${id}/release/`);
    assert.equal((await ann.post(`/desk/queue/${id}/remove/`, { reason: 'rule-2' })).status, 303);
    await pass(desk, 10_000);
    assert.equal((await stored(desk, id)).state, 'refused');
    assert.match(
      (await bede.get('/desk/queue/')).text,
      /Ann Osei removed the response by Turncock, whose release you had pressed\./,
    );
    assert.match((await ann.get('/desk/queue/')).text, /whose release Bede Hallam had pressed\./);
  });

  test('by the same moderator, or a removal of what was published long ago, is no late one', async () => {
    const { desk, id, bede, ann } = await two(engine);
    await bede.post(`/desk/queue/${id}/release/`);
    await bede.post(`/desk/queue/${id}/release/`);
    await pass(desk, 10_000);
    await ann.post(`/desk/responses/${id}/remove/`, { reason: 'rule-2' });
    assert.deepEqual(await desk.site.store.read.selectFrom('late_decisions').selectAll().execute(), []);
  });
});
