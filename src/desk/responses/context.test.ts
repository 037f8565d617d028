import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openDesk, pass, publish, respond, signedIn } from '../fixtures.ts';

const hour = 3_600_000;
const links = 'See https://a.example and https://b.example and https://c.example.';

onBothEngines('the order of the queue', (engine) => {
  test('is oldest first, with many links counting as two hours of waiting', async () => {
    const desk = await openDesk(engine);
    const { id } = await publish(desk, 'Harbour board to push for a toll');
    const moderator = await signedIn(desk, 'moderator');
    await respond(desk, id, { name: 'Ropewalk', text: 'Three hours old.' });
    desk.site.clock.pass(1.5 * hour);
    await respond(desk, id, { name: 'Tea Stall', text: 'An hour and a half old.' });
    desk.site.clock.pass(1.5 * hour);
    await respond(desk, id, { name: 'Anchors', text: links });
    const { text } = await moderator.get('/desk/queue/');
    const places = ['Three hours old', 'https://a.example', 'An hour and a half old'].map((words) =>
      text.indexOf(words),
    );
    assert.deepEqual(
      [...places].sort((one, other) => one - other),
      places,
      'the links stand before what waits for less than two hours more',
    );
    assert.match(text, /many links: 2 hours/);
    const narrowed = await moderator.get(`/desk/queue/?article=${id}`);
    assert.ok(narrowed.text.indexOf('https://a.example') < narrowed.text.indexOf('An hour and a half old'));
  });
});

onBothEngines('what is told of a held response’s writer', (engine) => {
  test('is that nothing came before, for a first one', async () => {
    const desk = await openDesk(engine);
    const { id } = await publish(desk, 'Harbour board to push for a toll');
    const moderator = await signedIn(desk, 'moderator');
    await respond(desk, id, { name: 'Turncock', text: 'They will not say.' });
    assert.match((await moderator.get('/desk/queue/')).text, /Nothing earlier under this name\./);
  });

  test('is what became of the last five under the same name, and of none by anybody else', async () => {
    const desk = await openDesk(engine);
    const { id } = await publish(desk, 'Harbour board to push for a toll');
    const moderator = await signedIn(desk, 'moderator');
    const send = async (name: string, text: string) => {
      desk.site.clock.pass(hour);
      return respond(desk, id, { name, text });
    };
    await moderator.post(`/desk/queue/${await send('Turncock', 'The first one.')}/release/`);
    await pass(desk, 10_000);
    for (let number = 2; number <= 6; number += 1) {
      const next = await send('Turncock', `${links} Again, ${number}.`);
      await moderator.post(`/desk/queue/${next}/remove/`, { reason: 'rule-5' });
    }
    await send('Ropewalk', 'Somebody else <b>wrote</b> this.');
    await send('Turncock', `${links} This one waits.`);
    const { text } = await moderator.get('/desk/queue/');
    assert.match(text, /Earlier under this name: 1 published, 5 refused while held/);
    const [, past = ''] = /<details class="past">(.*?)<\/details>/s.exec(text) ?? [];
    assert.match(past, /Again, 6\./);
    assert.match(past, /Again, 2\./);
    assert.match(past, /Refused while held, Rule 5:/);
    assert.doesNotMatch(past, /The first one|This one waits|Somebody else/, 'five, and the newest');
    assert.equal(text.match(/<details class="past">/g)?.length, 1, 'the other has sent nothing before');
  });

  test('has no words that its writer took back', async () => {
    const desk = await openDesk(engine);
    const { id } = await publish(desk, 'Harbour board to push for a toll');
    const editor = await signedIn(desk, 'editor');
    const gone = await respond(desk, id, { name: 'Turncock', text: 'A canary among words.' });
    await editor.post(`/desk/queue/${gone}/release/`);
    await pass(desk, 10_000);
    const erased = await editor.post('/desk/people/erase/', {
      by: 'response',
      q: gone,
      depth: 'words',
      reason: 'asked',
      sure: 'erase',
    });
    assert.equal(erased.status, 303);
    await respond(desk, id, { name: 'Turncock', text: `${links} Later.` });
    const { text } = await editor.get('/desk/queue/');
    assert.match(text, /Later\./);
    assert.doesNotMatch(text, /canary/);
  });
});
