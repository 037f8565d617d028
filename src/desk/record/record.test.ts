import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openDesk, pass, publish, respond, signedIn } from '../fixtures.ts';

onBothEngines('the record at the desk', (engine) => {
  test('shows private lines to those who may read them, and only to those', async () => {
    const desk = await openDesk(engine);
    await publish(desk, 'Bridge toll');
    const [owner, moderator] = [await signedIn(desk, 'owner'), await signedIn(desk, 'moderator')];
    await pass(desk, 0);
    const whole = await owner.get('/desk/record/');
    assert.match(whole.text, /A member of staff signed in/);
    assert.match(whole.text, /Private\./);
    const open = await moderator.get('/desk/record/');
    assert.match(open.text, /Article published/);
    assert.doesNotMatch(open.text, /A member of staff|Private\./);
  });

  test('says what was done, by which part, for which reason, with the hash', async () => {
    const desk = await openDesk(engine);
    const { id } = await publish(desk, 'Bridge toll');
    const response = await respond(desk, id, { name: 'Turncock', text: 'They will not say.' });
    const moderator = await signedIn(desk, 'moderator');
    await moderator.post(`/desk/queue/${response}/remove/`, { reason: 'rule-5', sentence: 'Canary.' });
    await pass(desk, 0);
    const { text } = await moderator.get('/desk/record/');
    assert.match(text, /<h2>A held response refused<\/h2>/);
    assert.match(text, /By a moderator\. On <a href="[^"]+">Bridge toll<\/a>\./);
    assert.match(text, /Reason: Rule 5: No advertisements \(code rule-5\)\./);
    assert.match(text, /<span class="hash">[0-9a-f]{64}<\/span>/);
    assert.doesNotMatch(text, /Canary|Turncock|They will not/);
  });

  test('is paged by a hundred', async () => {
    const desk = await openDesk(engine);
    for (let number = 1; number <= 104; number += 1) await publish(desk, `Article ${number}`);
    const moderator = await signedIn(desk, 'moderator');
    await pass(desk, 0);
    const first = await moderator.get('/desk/record/');
    assert.equal(first.text.match(/<li class="entry"/g)?.length, 100);
    const older = /href="(\/desk\/record\/\?before=\d+)"/.exec(first.text)?.[1] ?? '';
    assert.equal((await moderator.get(older)).text.match(/<li class="entry"/g)?.length, 4);
    for (const before of ['0', '-1', 'x', '99999999999999999999', '1e3'])
      assert.equal((await moderator.get(`/desk/record/?before=${before}`)).status, 200);
  });
});
