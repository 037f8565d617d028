import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { countComments } from '../../comments/count-comments.ts';
import { type Desk, openDesk, pass, publish, respond, signedIn, stored } from '../fixtures.ts';

/** A desk with one article and one held response. */
async function withHeld(engine: Parameters<typeof openDesk>[0]) {
  const desk = await openDesk(engine);
  const article = await publish(desk, 'Harbour board to push for a toll');
  const id = await respond(desk, article.id, { name: 'Turncock', text: 'They will not *say*.' });
  return { desk, article, id, moderator: await signedIn(desk, 'moderator') };
}

async function counts(desk: Desk, articleId: string) {
  return countComments(desk.site.store.read, articleId);
}

onBothEngines('the queue', (engine) => {
  test('shows each held response with all that its decision needs, oldest first', async () => {
    const { desk, article, id, moderator } = await withHeld(engine);
    await moderator.post(`/desk/queue/${id}/release/`);
    await pass(desk, 10_000);
    await desk.site.clock.pass(60_000);
    const text = 'See https://a.example and https://b.example and https://c.example.\n\n> They will not say';
    await respond(desk, article.id, { name: 'Nan <i>', text, inReplyTo: 1, url: 'https://nan.example/' });
    desk.site.clock.pass(74 * 60_000);
    await respond(desk, article.id, { name: 'Ropewalk', text: 'Later.' });
    const { text: page } = await moderator.get('/desk/queue/');
    assert.match(page, /<h1>2 waiting<\/h1>/);
    assert.match(page, /Waiting: 0 min to 1 h 14 min/);
    assert.match(page, /Queue 2<\/a>/);
    assert.match(page, /<b>Held because:<\/b> <bdi>first by this writer<\/bdi>; <bdi>4 links<\/bdi>/);
    assert.match(page, /In reply to 1, <bdi>Turncock<\/bdi>/);
    assert.match(page, /<p>They will not say\.<\/p>/, 'what it answers begins so');
    assert.match(page, /<bdi>Nan &lt;i&gt;<\/bdi>/);
    assert.match(page, /<bdi>https:\/\/nan\.example\/<\/bdi>/);
    assert.match(page, /waiting 1 h 14 min/);
    assert.ok(page.indexOf('Nan &lt;') < page.indexOf('Ropewalk'), 'oldest first');
    assert.match(page, /Rule 1: Argue with what was said/);
  });

  test('can be narrowed to one article, and is paged by fifty', async () => {
    const { desk, article, moderator } = await withHeld(engine);
    const other = await publish(desk, 'School crossing');
    for (let number = 1; number <= 52; number += 1)
      await respond(desk, other.id, { name: `Writer ${number}`, text: `Words ${number}.` });
    const first = await moderator.get('/desk/queue/');
    assert.equal(first.text.match(/class="open"/g)?.length, 50);
    assert.match(first.text, /Page 1 of 2/);
    assert.match(first.text, /School crossing <span>52<\/span>/);
    const second = await moderator.get('/desk/queue/?page=2');
    assert.equal(second.text.match(/class="open"/g)?.length, 3);
    const narrowed = await moderator.get(`/desk/queue/?article=${article.id}`);
    assert.match(narrowed.text, /<h1>1 waiting<\/h1>/);
    for (const query of ['page=0', 'page=-1', 'page=1e9', 'page=99999999999', 'article=%00', 'decided=%27'])
      assert.equal((await moderator.get(`/desk/queue/?${query}`)).status, 200, query);
  });

  test('prints no text of the query', async () => {
    const { moderator } = await withHeld(engine);
    for (const path of ['queue', 'responses', 'articles', 'record'])
      for (const name of ['decided', 'done', 'id', 'article', 'state', 'page', 'before', 'number', 'noted']) {
        const { text } = await moderator.get(`/desk/${path}/?${name}=pwned%3Cscript%3E`);
        assert.doesNotMatch(text, /pwned/);
      }
  });
});

onBothEngines('a release', (engine) => {
  test('takes effect ten seconds after it was pressed, not before', async () => {
    const { desk, article, id, moderator } = await withHeld(engine);
    const pressed = await moderator.post(`/desk/queue/${id}/release/`);
    assert.deepEqual([pressed.status, pressed.location], [303, `/desk/queue/?decided=${id}`]);
    const page = await moderator.get(pressed.location ?? '');
    assert.match(page.text, /Release takes effect in 10 seconds\./);
    assert.match(page.text, /role="status">Release of <bdi>Turncock<\/bdi>/);
    assert.match(page.text, /Undo/);
    await pass(desk, 9_000);
    assert.match((await moderator.get('/desk/queue/')).text, /Release takes effect in 1 second\./);
    assert.deepEqual(await counts(desk, article.id), { published: 0, removed: 0, withdrawn: 0, withheld: 0 });
    await pass(desk, 1_000);
    assert.deepEqual(await counts(desk, article.id), { published: 1, removed: 0, withdrawn: 0, withheld: 0 });
    const { state, number } = await stored(desk, id);
    assert.deepEqual({ state, number }, { state: 'published', number: 1 });
    const after = await moderator.get(`/desk/queue/?decided=${id}`);
    assert.match(after.text, /is published as response 1\./);
  });

  test('can be undone within those ten seconds, and then stays held', async () => {
    const { desk, article, id, moderator } = await withHeld(engine);
    await moderator.post(`/desk/queue/${id}/release/`);
    const undone = await moderator.post(`/desk/queue/${id}/undo/`);
    assert.equal(undone.status, 303);
    assert.match((await moderator.get(undone.location ?? '')).text, /is held again/);
    await pass(desk, 60_000);
    assert.equal((await stored(desk, id)).state, 'held');
    assert.equal((await counts(desk, article.id)).published, 0);
  });

  test('that was undone and pressed again counts from the second press', async () => {
    const { desk, id, moderator } = await withHeld(engine);
    await moderator.post(`/desk/queue/${id}/release/`);
    await moderator.post(`/desk/queue/${id}/undo/`);
    desk.site.clock.pass(8_000);
    await moderator.post(`/desk/queue/${id}/release/`);
    await pass(desk, 4_000);
    assert.equal((await stored(desk, id)).state, 'held');
    await pass(desk, 6_000);
    assert.equal((await stored(desk, id)).state, 'published');
  });

  test('pressed twice, or undone too late, is answered with a sentence', async () => {
    const { desk, id, moderator } = await withHeld(engine);
    await moderator.post(`/desk/queue/${id}/release/`);
    const twice = await moderator.post(`/desk/queue/${id}/release/`);
    assert.equal(twice.status, 409);
    assert.match(twice.text, /decided already/);
    await pass(desk, 10_000);
    const late = await moderator.post(`/desk/queue/${id}/undo/`);
    assert.equal(late.status, 409);
    assert.match(late.text, /too late/);
  });

  test('is overtaken by a removal, which is at once', async () => {
    const { desk, id, moderator } = await withHeld(engine);
    await moderator.post(`/desk/queue/${id}/release/`);
    await moderator.post(`/desk/queue/${id}/remove/`, { reason: 'rule-5' });
    await pass(desk, 60_000);
    assert.equal((await stored(desk, id)).state, 'refused');
  });
});

onBothEngines('a removal', (engine) => {
  test('of a held response refuses it: no number, no tombstone, and the sentence is kept for its writer', async () => {
    const { desk, article, id, moderator } = await withHeld(engine);
    const sentence = 'The page linked does not show it.';
    const removed = await moderator.post(`/desk/queue/${id}/remove/`, { reason: 'rule-3', sentence });
    assert.deepEqual([removed.status, removed.location], [303, `/desk/queue/?decided=${id}`]);
    assert.match((await moderator.get(removed.location ?? '')).text, /was removed\. It gets no number\./);
    const { state, number } = await stored(desk, id);
    assert.deepEqual({ state, number }, { state: 'refused', number: null });
    assert.deepEqual(await counts(desk, article.id), { published: 0, removed: 0, withdrawn: 0, withheld: 0 });
    const list = await moderator.get('/desk/responses/?state=refused');
    assert.match(list.text, /Rule 3: No accusation/);
    assert.match(list.text, /Told to the writer: <bdi>The page linked does not show it\.<\/bdi>/);
    assert.match(list.text, /by Bede Hallam, moderator/);
  });

  test('of a published response leaves a tombstone with its number, and can be restored', async () => {
    const { desk, article, id, moderator } = await withHeld(engine);
    await moderator.post(`/desk/queue/${id}/release/`);
    await pass(desk, 10_000);
    desk.site.clock.pass(60_000); // of two decisions in one millisecond, neither is the later
    const list = await moderator.get('/desk/responses/');
    assert.match(list.text, new RegExp(`action="/desk/responses/${id}/remove/"`));
    const removed = await moderator.post(`/desk/responses/${id}/remove/`, {
      ...{ reason: 'legal', sentence: 'It names a juror.' },
    });
    assert.deepEqual([removed.status, removed.location], [303, `/desk/responses/?decided=${id}`]);
    assert.deepEqual(await counts(desk, article.id), { published: 0, removed: 1, withdrawn: 0, withheld: 0 });
    const { text } = await moderator.get(removed.location ?? '');
    assert.match(text, /was removed\. Its number stays\./);
    assert.match(text, new RegExp(`action="/desk/responses/${id}/restore/"`));
    desk.site.clock.pass(60_000);
    const restored = await moderator.post(`/desk/responses/${id}/restore/`);
    assert.equal(restored.status, 303);
    assert.match((await moderator.get(restored.location ?? '')).text, /is restored, as response 1\./);
    assert.deepEqual(await counts(desk, article.id), { published: 1, removed: 0, withdrawn: 0, withheld: 0 });
    assert.equal((await moderator.post(`/desk/responses/${id}/restore/`)).status, 409);
  });

  test('of a refused response can be restored: it gets the next number', async () => {
    const { desk, id, moderator } = await withHeld(engine);
    await moderator.post(`/desk/queue/${id}/remove/`, {
      reason: 'other',
      sentence: 'It is an advertisement.',
    });
    await moderator.post(`/desk/responses/${id}/restore/`);
    const { state, number } = await stored(desk, id);
    assert.deepEqual({ state, number }, { state: 'published', number: 1 });
  });

  test('without a reason is refused with a sentence, and what was typed is kept', async () => {
    const { desk, id, moderator } = await withHeld(engine);
    for (const reason of ['', 'rule-99', 'constructor', '<script>']) {
      const answer = await moderator.post(`/desk/queue/${id}/remove/`, {
        reason,
        sentence: 'Say “why” & <how>',
      });
      assert.equal(answer.status, 422);
      assert.match(answer.text, /role="alert"/);
      assert.match(answer.text, new RegExp(`<a href="#reason-${id}">Choose a reason for the removal\\.</a>`));
      assert.match(answer.text, /value="Say “why” &amp; &lt;how&gt;"/);
      assert.match(answer.text, /<details open/);
    }
    const long = await moderator.post(`/desk/queue/${id}/remove/`, {
      reason: 'rule-1',
      sentence: 'x'.repeat(1001),
    });
    assert.equal(long.status, 422);
    assert.match(long.text, /value="rule-1"[^>]* checked|checked[^>]* value="rule-1"/);
    assert.equal((await stored(desk, id)).state, 'held');
  });

  test('for a reason that says little by itself needs a sentence, one by one and many at once', async () => {
    const { desk, id, moderator } = await withHeld(engine);
    for (const reason of ['legal', 'other'])
      for (const sentence of ['', ' \n ']) {
        const fields = { reason, sentence };
        const answer = await moderator.post(`/desk/queue/${id}/remove/`, fields);
        assert.equal(answer.status, 422);
        assert.match(answer.text, new RegExp(`<a href="#sentence-${id}">Say in a sentence what is wrong`));
        assert.match(
          answer.text,
          new RegExp(`value="${reason}"[^>]* checked|checked[^>]* value="${reason}"`),
        );
        const many = await moderator.post('/desk/queue/many/remove/', {
          ...fields,
          [`pick-${id}`]: '0',
          asked: 'yes',
        });
        assert.equal(many.status, 422);
        assert.match(many.text, /<a href="#sentence-many">Say in a sentence/);
      }
    assert.equal((await stored(desk, id)).state, 'held');
  });

  test('of what is not there is answered 404 with the words kept', async () => {
    const { moderator } = await withHeld(engine);
    const nobodys = '01957f00-0000-7000-8000-000000000000';
    const fields = { reason: 'rule-1', sentence: 'Kept.' };
    for (const path of [`/desk/queue/${nobodys}/remove/`, '/desk/queue/%00/remove/']) {
      const answer = await moderator.post(path, fields);
      assert.equal(answer.status, 404);
      assert.match(answer.text, /Kept\.<\/textarea>/);
    }
  });
});

onBothEngines('a decision that the page’s script sends', (engine) => {
  test('is answered with a sentence and the item as it stands now', async () => {
    const { desk, id, moderator } = await withHeld(engine);
    const send = async (verb: string, fields: Record<string, string> = {}) => {
      const answer = await moderator.post(`/desk/queue/${id}/${verb}/`, fields, {
        accept: 'application/json',
      });
      return { status: answer.status, ...(JSON.parse(answer.text) as { sentence: string; html: string }) };
    };
    const pressed = await send('release');
    assert.deepEqual(
      [pressed.status, pressed.sentence],
      [200, 'Release of Turncock takes effect in 10 seconds.'],
    );
    assert.match(pressed.html, new RegExp(`^<li class="open" id="response-${id}">.*/undo/`, 's'));
    assert.equal((await send('undo')).sentence, 'Turncock is held again.');
    const without = await send('remove', { sentence: 'Say <why>' });
    assert.deepEqual([without.status, without.sentence], [422, 'Choose a reason for the removal.']);
    assert.match(without.html, /<details open.*value="Say &lt;why&gt;"/s);
    const removed = await send('remove', { reason: 'rule-3' });
    assert.match(removed.sentence, /^Removed: Turncock\. Rule 3: /);
    const late = await send('release');
    assert.equal(late.status, 409);
    assert.match(late.sentence, /decided already/);
    assert.match(late.html, /Refused while held.*by Bede Hallam, moderator.*Rule 3/s);
    assert.equal((await stored(desk, id)).state, 'refused');
  });
});

onBothEngines('the list of decided responses', (engine) => {
  test('is narrowed by state, article and number, newest first, twenty a page', async () => {
    const { desk, article, id, moderator } = await withHeld(engine);
    await moderator.post(`/desk/queue/${id}/remove/`, { reason: 'rule-5' });
    const other = await publish(desk, 'School crossing');
    for (let number = 1; number <= 22; number += 1) {
      const next = await respond(desk, other.id, { name: `Writer ${number}`, text: `Words ${number}.` });
      await moderator.post(`/desk/queue/${next}/release/`);
      await pass(desk, 10_000);
    }
    const all = await moderator.get('/desk/responses/');
    assert.equal(all.text.match(/class="open"/g)?.length, 20);
    assert.ok(all.text.indexOf('Words 22.') < all.text.indexOf('Words 21.'));
    const older = await moderator.get('/desk/responses/?page=2');
    assert.equal(older.text.match(/class="open"/g)?.length, 3);
    const refused = await moderator.get('/desk/responses/?state=refused');
    assert.equal(refused.text.match(/class="open"/g)?.length, 1);
    assert.match(refused.text, /Turncock/);
    const under = await moderator.get(`/desk/responses/?article=${article.id}`);
    assert.equal(under.text.match(/class="open"/g)?.length, 1);
    const seventh = await moderator.get(`/desk/responses/?article=${other.id}&number=7`);
    assert.equal(seventh.status, 303, 'one of them leads to its own page');
    assert.match((await moderator.get(seventh.location ?? '')).text, /<h1>Response 7<\/h1>.*Words 7\./s);
  });
});
