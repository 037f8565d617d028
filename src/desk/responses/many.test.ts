import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openDesk, pass, publish, respond, signedIn, stored } from '../fixtures.ts';

const nobodys = '01957f00-0000-7000-8000-000000000000';

/** A desk with three held responses, ticked. */
async function three(engine: Parameters<typeof openDesk>[0]) {
  const desk = await openDesk(engine);
  const { id: articleId } = await publish(desk, 'Harbour board to push for a toll');
  const ids: string[] = [];
  for (const name of ['Turncock', 'Ropewalk', 'Tea Stall'])
    ids.push(await respond(desk, articleId, { name, text: `Words of ${name}.` }));
  const ticked = Object.fromEntries(ids.map((id) => [`pick-${id}`, '0']));
  const states = async () => Promise.all(ids.map(async (id) => (await stored(desk, id)).state));
  return { desk, articleId, ids, ticked, states, moderator: await signedIn(desk, 'moderator') };
}

onBothEngines('many held responses', (engine) => {
  test('are ticked on the page, each with how often its words were changed', async () => {
    const { ids, moderator } = await three(engine);
    const { text } = await moderator.get('/desk/queue/');
    for (const id of ids) assert.match(text, new RegExp(`name="pick-${id}" value="0" form="many"`));
    assert.match(text, /<form id="many"[^>]*action="\/desk\/queue\/many\/release\/"/);
  });

  test('are released together after ten seconds', async () => {
    const { desk, ids, ticked, states, moderator } = await three(engine);
    const { status, text } = await moderator.post('/desk/queue/many/release/', ticked);
    assert.equal(status, 200);
    assert.match(text, /<h1>Release pressed on 3 responses<\/h1>/);
    assert.match(text, /Release of Ropewalk takes effect in 10 seconds\./);
    const times = await Promise.all(ids.map(async (id) => (await stored(desk, id)).release_at));
    assert.equal(new Set(times).size, 1, 'all at the same moment');
    await pass(desk, 9_000);
    assert.deepEqual(await states(), ['held', 'held', 'held']);
    await pass(desk, 1_000);
    assert.deepEqual(await states(), ['published', 'published', 'published']);
  });

  test('are undone as one', async () => {
    const { desk, ticked, states, moderator } = await three(engine);
    const pressed = await moderator.post('/desk/queue/many/release/', ticked);
    assert.match(pressed.text, /Undo all 3 releases/);
    const undone = await moderator.post('/desk/queue/many/undo/', ticked);
    assert.match(undone.text, /<h1>3 responses are held again<\/h1>/);
    await pass(desk, 60_000);
    assert.deepEqual(await states(), ['held', 'held', 'held']);
  });

  test('are removed for one reason, which is asked for first, with one sentence to all', async () => {
    const { desk, ticked, states, moderator } = await three(engine);
    const asked = await moderator.post('/desk/queue/many/remove/', ticked);
    assert.equal(asked.status, 200);
    assert.match(asked.text, /<h1>Remove 3 responses<\/h1>.*Words of Tea Stall\..*Rule 5:/s);
    assert.deepEqual(await states(), ['held', 'held', 'held']);
    const sentence = 'Say <it> “yourself”.';
    const without = await moderator.post('/desk/queue/many/remove/', { ...ticked, asked: 'yes', sentence });
    assert.equal(without.status, 422);
    assert.match(without.text, /role="alert".*Choose a reason for the removal\./s);
    assert.match(without.text, /value="Say &lt;it&gt; “yourself”\."/);
    const removed = await moderator.post('/desk/queue/many/remove/', {
      ...ticked,
      ...{ asked: 'yes', reason: 'rule-5', sentence },
    });
    assert.match(removed.text, /<h1>3 responses were removed<\/h1>/);
    assert.match(removed.text, /Removed: Turncock\. Rule 5:/);
    assert.deepEqual(await states(), ['refused', 'refused', 'refused']);
    const kept = await desk.site.store.read
      .selectFrom('comment_decisions')
      .select(['reason_code', 'reason_text'])
      .execute();
    assert.deepEqual(
      kept.map((row) => ({ ...row })),
      Array(3).fill({ reason_code: 'rule-5', reason_text: sentence }),
    );
  });

  test('are each told their own outcome: one decided or changed meanwhile keeps back none of the others', async () => {
    const { desk, ids, ticked, states, moderator } = await three(engine);
    const owner = await signedIn(desk, 'owner');
    await owner.post(`/desk/queue/${ids[1]}/remove/`, { reason: 'rule-2' });
    const stale = { ...ticked, [`pick-${ids[2]}`]: '4' };
    const { text } = await moderator.post('/desk/queue/many/release/', stale);
    assert.match(text, /<h1>Release pressed on 1 response<\/h1>/);
    assert.match(text, /Release of Turncock takes effect/);
    assert.match(text, /decided already\. Ann Osei removed it/);
    assert.match(text, /Its writer has changed the words/);
    assert.match(text, /Undo the release</);
    await pass(desk, 10_000);
    assert.deepEqual(await states(), ['published', 'refused', 'held']);
  });

  test('are at least one and at most fifty; what is nobody’s or no id is left out', async () => {
    const { states, moderator } = await three(engine);
    for (const verb of ['release', 'remove', 'undo']) {
      const none = await moderator.post(`/desk/queue/many/${verb}/`, { 'pick-x': '0', 'pick-': '1' });
      assert.deepEqual([none.status, /Nothing was ticked/.test(none.text)], [422, true]);
    }
    const many = Array.from({ length: 51 }, (_, index) => [
      `pick-01957f00-0000-7000-8000-${String(index).padStart(12, '0')}`,
      '0',
    ]);
    const tooMany = await moderator.post('/desk/queue/many/release/', Object.fromEntries(many));
    assert.deepEqual([tooMany.status, /At most 50/.test(tooMany.text)], [422, true]);
    const gone = await moderator.post('/desk/queue/many/release/', { [`pick-${nobodys}`]: '0' });
    assert.deepEqual([gone.status, /Release pressed on 0 responses/.test(gone.text)], [200, true]);
    assert.deepEqual(await states(), ['held', 'held', 'held']);
  });
});
