import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { stageOf } from '../../articles/queries.ts';
import { articleIn, type Browser, type Desk, openDesk, signedIn } from '../fixtures.ts';

async function reviewOf({ site }: Desk, id: string) {
  const query = site.store.read.selectFrom('article_reviews').selectAll().where('article_id', '=', id);
  return query.orderBy('asked_at', 'desc').orderBy('id', 'desc').executeTakeFirstOrThrow();
}

const page = async (browser: Browser, id: string) =>
  (await browser.get(`/desk/articles/${id}/publishing/`)).text;

onBothEngines('a review', (engine) => {
  test('is asked for by an author with a note, listed for editors, and answered by one of them', async () => {
    const desk = await openDesk(engine);
    const author = await signedIn(desk, 'author');
    const editor = await signedIn(desk, 'editor');
    const id = await articleIn(desk, 'draft');
    const asked = await author.post(`/desk/articles/${id}/review/`, { note: 'Is the vote right?' });
    assert.match((await author.get(asked.location ?? '')).text, /role="status">Sent to review\./);
    assert.equal(await stageOf(desk.site.store.read, id), 'in-review');
    const list = await editor.get('/desk/articles/?state=in-review');
    assert.match(list.text, /aria-current="true">In review <span>1</);
    assert.match(list.text, /In review since <time/);
    assert.match(await page(editor, id), /<bdi>Is the vote right\?<\/bdi>/);
    assert.doesNotMatch(await page(author, id), /name="answer"/);
    const { id: review } = await reviewOf(desk, id);
    const fields = { review, answer: 'Six to three, not five.', do: 'send-back' };
    const answered = await editor.post(`/desk/articles/${id}/review/answer/`, fields);
    assert.equal(answered.status, 303);
    assert.equal(await stageOf(desk.site.store.read, id), 'draft');
    const seen = await page(author, id);
    assert.match(seen, /<bdi>Edda Rees<\/bdi> sent it back/);
    assert.match(seen, /<bdi>Six to three, not five\.<\/bdi>/);
    const again = await editor.post(`/desk/articles/${id}/review/answer/`, { ...fields, do: 'approve' });
    assert.equal(again.status, 403, 'it is a draft again: there is nothing to answer');
  });

  test('can be approved without a word, and sent back only with one', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const id = await articleIn(desk, 'in-review');
    const { id: review } = await reviewOf(desk, id);
    const path = `/desk/articles/${id}/review/answer/`;
    const silent = await editor.post(path, { review, answer: ' ', do: 'send-back' });
    assert.equal(silent.status, 422);
    assert.match(silent.text, /<a href="#f-answer">Say what is to be changed/);
    const other = await editor.post(path, { review: 'another', answer: 'Fine by me.', do: 'approve' });
    assert.equal(other.status, 409);
    assert.match(other.text, /Fine by me\./, 'the words stay');
    assert.equal((await editor.post(path, { review, do: 'approve' })).status, 303);
    assert.equal((await reviewOf(desk, id)).outcome, 'approved');
  });

  test('is not answered by whoever asked for it, who may take it back', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const id = await articleIn(desk, 'draft');
    await editor.post(`/desk/articles/${id}/review/`, { note: '' });
    const { id: review } = await reviewOf(desk, id);
    const own = await editor.post(`/desk/articles/${id}/review/answer/`, { review, do: 'approve' });
    assert.equal(own.status, 409);
    assert.match(own.text, /somebody else must answer/);
    assert.doesNotMatch(await page(editor, id), /name="answer"/);
    assert.equal((await editor.post(`/desk/articles/${id}/review/take-back/`)).status, 303);
    assert.equal(await stageOf(desk.site.store.read, id), 'draft');
  });

  test('is asked for once at a time, and a note too long is refused with its words', async () => {
    const desk = await openDesk(engine);
    const author = await signedIn(desk, 'author');
    const id = await articleIn(desk, 'in-review');
    const twice = await author.post(`/desk/articles/${id}/review/`, { note: 'Once more.' });
    assert.equal(twice.status, 409);
    assert.match(twice.text, /this article is in review/);
    assert.match(twice.text, /<textarea id="kept"[^>]*>\s*Once more\./);
    const draft = await articleIn(desk, 'draft');
    const long = await author.post(`/desk/articles/${draft}/review/`, { note: 'x'.repeat(2001) });
    assert.equal(long.status, 422);
    assert.ok(long.text.includes('x'.repeat(2001)));
  });

  test('ends when a time is set or the article is published', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const first = await articleIn(desk, 'in-review');
    await editor.post(`/desk/articles/${first}/schedule/`, { time: '2026-03-13T06:30' });
    assert.equal((await reviewOf(desk, first)).outcome, 'scheduled');
    assert.equal(await stageOf(desk.site.store.read, first), 'scheduled');
  });

  test('is entered in the record for staff alone', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const id = await articleIn(desk, 'draft');
    await editor.post(`/desk/articles/${id}/review/`, { note: 'Look at the second paragraph.' });
    await editor.post(`/desk/articles/${id}/review/take-back/`);
    const entries = await desk.site.store.read
      .selectFrom('record_entries')
      .select(['action', 'visibility', 'leaf', 'private_body'])
      .where('action', 'like', 'article.%')
      .orderBy('id')
      .execute();
    assert.deepEqual(
      entries.map(({ action, visibility }) => `${action} ${visibility}`),
      ['article.ask-review private', 'article.answer-review private'],
    );
    assert.doesNotMatch(entries.map(({ leaf, private_body }) => leaf + private_body).join(), /paragraph/);
    assert.match(entries[1]?.private_body ?? '', /"reason":"taken-back"/);
  });
});

onBothEngines('the list of articles', (engine) => {
  test('can be narrowed to each stage, with its number', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    for (const stage of ['draft', 'in-review', 'scheduled', 'published', 'withdrawn'] as const) {
      await articleIn(desk, stage);
      const { text } = await editor.get(`/desk/articles/?state=${stage}`);
      assert.match(text, new RegExp(`Bridge toll, ${stage}`));
      assert.equal(text.match(/class="item"/g)?.length, 1, stage);
    }
    const all = await editor.get('/desk/articles/');
    assert.match(all.text, /aria-current="true">All <span>5</);
    assert.match(all.text, /Scheduled for <time datetime="2026-04-01T05:30:00.000Z"/);
  });
});
