import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { exportPerson } from '../../comments/people/export-person.ts';
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

onBothEngines('a held response', (engine) => {
  test('shows what it quotes, marked as it will be once it is published', async () => {
    const desk = await openDesk(engine);
    const { id, path } = await publish(desk, 'Harbour board to push for a toll');
    const moderator = await signedIn(desk, 'moderator');
    const first = await respond(desk, id, { name: 'Tea Stall', text: 'The tickets were green going out.' });
    await moderator.post(`/desk/queue/${first}/release/`);
    await pass(desk, 10_000);
    const text = 'You wrote “tickets were green going out”, and “The board met at six”. As response 1 says.';
    await respond(desk, id, { name: 'Turncock', text });
    const { text: page } = await moderator.get('/desk/queue/');
    assert.match(
      page,
      /<a class="q exact" href="[^"]*">“tickets were green going out” <small>\[exact, response 1\]/,
    );
    assert.match(page, new RegExp(`<a class="q exact" href="${path}">“The board met at six”`));
    assert.match(page, /<a class="ref" href="[^"]*#response-1">response 1<\/a>/);
    await moderator.post(`/desk/responses/${first}/remove/`, { reason: 'rule-3' });
    const after = await moderator.get('/desk/queue/');
    assert.doesNotMatch(after.text, /exact, response 1/, 'what was removed is quoted of nobody');
    await desk.site.store.write((tx) => tx.updateTable('articles').set({ last_number: 5_001 }).execute());
    const long = await moderator.get('/desk/queue/');
    assert.doesNotMatch(
      long.text,
      /class="q exact"/,
      'a thread that long is looked through for one at a time',
    );
    const [, words = ''] =
      /<a href="(\/desk\/responses\/[^"]+\/words\/)">See what it quotes/.exec(long.text) ?? [];
    assert.match((await moderator.get(words)).text, /<a class="q exact" href="[^"]*">“The board met at six”/);
  });
});

onBothEngines('a note of staff', (engine) => {
  async function noted() {
    const desk = await openDesk(engine);
    const { id: articleId } = await publish(desk, 'Harbour board to push for a toll');
    const moderator = await signedIn(desk, 'moderator');
    const id = await respond(desk, articleId, { name: 'Turncock', text: 'They will not say.' });
    const note = (text: string, to = id) => moderator.post(`/desk/queue/${to}/note/`, { note: text });
    return { desk, articleId, id, moderator, note };
  }

  test('stands beside whatever its writer has held, with who wrote it, and nowhere else', async () => {
    const { desk, articleId, id, moderator, note } = await noted();
    const answer = await note('Rang <them>:\na real person.');
    assert.equal(answer.status, 303);
    assert.match(answer.location ?? '', new RegExp(`^/desk/queue/\\?noted=${id}#response-${id}$`));
    await respond(desk, articleId, { name: 'Turncock', text: 'A second one.' });
    await respond(desk, articleId, { name: 'Ropewalk', text: 'Somebody else.' });
    const { text } = await moderator.get(answer.location?.split('#')[0] ?? '');
    assert.match(text, /The note is kept\./);
    assert.equal(text.match(/Rang &lt;them&gt;:/g)?.length, 2, 'beside both of this writer’s');
    assert.match(text, /Bede Hallam/);
    assert.equal(text.match(/1 note of staff/g)?.length, 2);
    const entry = await desk.site.store.read
      .selectFrom('record_entries')
      .select(['visibility', 'leaf'])
      .where('action', '=', 'comment.note')
      .executeTakeFirstOrThrow();
    assert.equal(entry.visibility, 'private');
    assert.doesNotMatch(entry.leaf, /Rang/);
  });

  test('that is empty, too long or of nothing is refused, and its words come back', async () => {
    const { note } = await noted();
    assert.equal((await note('  ')).status, 422);
    const long = await note('x'.repeat(2_001));
    assert.equal(long.status, 422);
    assert.match(long.text, /longer than 2,000 characters.*xxxx/s);
    const nobodys = await note('Kept.', '01957f00-0000-7000-8000-000000000000');
    assert.equal(nobodys.status, 404);
    assert.match(nobodys.text, /Kept\.<\/textarea>/);
  });

  test('is given out by staff, not to whoever takes their own along, and goes with what it is about', async () => {
    const { desk, id, note } = await noted();
    await note('A canary of a note.');
    const editor = await signedIn(desk, 'editor');
    const given = await editor.post('/desk/people/export/', { by: 'response', q: id });
    assert.match(JSON.parse(given.text).notes[0].text, /canary/);
    const own = await exportPerson(desk.site.store.read, { by: 'response', value: id });
    assert.doesNotMatch(JSON.stringify(own), /canary/);
    const form = { by: 'response', q: id, reason: 'asked', sure: 'erase' };
    assert.equal((await editor.post('/desk/people/erase/', { ...form, depth: 'name' })).status, 303);
    const left = await desk.site.store.read.selectFrom('comment_notes').selectAll().execute();
    assert.deepEqual(left, []);
  });
});
