import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { setSetting } from '../../../test/support/publish.ts';
import { readArticle } from '../../articles/queries.ts';
import { articleIn, openDesk, pass, signedIn } from '../fixtures.ts';

const day = 86_400_000;

onBothEngines('a time set at the desk', (engine) => {
  test('publishes the article then, without another press', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const id = await articleIn(desk, 'draft');
    const set = await editor.post(`/desk/articles/${id}/schedule/`, { time: '2026-03-13T06:30', was: '' });
    assert.equal(set.location, `/desk/articles/${id}/publishing/?done=scheduled`);
    const { text } = await editor.get(set.location ?? '');
    assert.match(text, /role="status">The time is set\./);
    assert.match(text, /It appears by itself on <b>13 March 2026, 06:30 GMT<\/b> \(Europe\/London\)/);
    assert.match(text, /Set by <bdi>Edda Rees<\/bdi>/);
    await pass(desk, day);
    const article = await readArticle(desk.site.store.read, { id });
    assert.equal(article?.publishedAt, '2026-03-13T06:30:00.000Z');
  });

  test('says which is meant of a time that comes twice', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const id = await articleIn(desk, 'draft');
    await editor.post(`/desk/articles/${id}/schedule/`, { time: '2026-10-25T01:30' });
    const { text } = await editor.get(`/desk/articles/${id}/publishing/`);
    assert.match(
      text,
      /comes twice\. The first is meant: 25 October 2026, 01:30 BST, not 25 October 2026, 01:30 GMT\./,
    );
  });

  test('is refused with a sentence at its field, and what was typed stays', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const id = await articleIn(desk, 'draft');
    const skipped = await editor.post(`/desk/articles/${id}/schedule/`, { time: '2026-03-29T01:30' });
    assert.equal(skipped.status, 422);
    assert.match(skipped.text, /<a href="#f-time">That time does not come in Europe\/London/);
    assert.match(skipped.text, /id="f-time"[^>]* aria-invalid="true"[^>]* value="2026-03-29T01:30"/);
    const past = await editor.post(`/desk/articles/${id}/schedule/`, { time: '2026-03-11T06:30' });
    assert.equal(past.status, 422);
    assert.match(past.text, /11 March 2026, 06:30 GMT is past: it is now 12 March 2026, 07:00 GMT/);
    const taken = await articleIn(desk, 'scheduled');
    const stale = await editor.post(`/desk/articles/${taken}/schedule/`, {
      time: '2026-04-02T06:30',
      was: '',
    });
    assert.equal(stale.status, 409);
    assert.match(stale.text, /Somebody else changed the time/);
    assert.match(stale.text, /value="2026-04-02T06:30"/);
  });

  test('asks what was meant when the publication’s time zone has changed', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const id = await articleIn(desk, 'scheduled');
    await setSetting(desk.site, 'time-zone', 'Europe/Paris');
    const { text } = await editor.get(`/desk/articles/${id}/publishing/`);
    assert.match(
      text,
      /set for 1 April 2026, 06:30 \(Europe\/London\), which is 1 April 2026, 07:30 \(Europe\/Paris\)/,
    );
    const kept = await editor.post(`/desk/articles/${id}/schedule/keep/`);
    const after = (await editor.get(kept.location ?? '')).text;
    assert.match(after, /<b>1 April 2026, 07:30 CEST<\/b> \(Europe\/Paris\)/);
    assert.doesNotMatch(after, /Which did you mean/);
  });

  test('can be taken away by an editor; an author sees it and changes nothing', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const author = await signedIn(desk, 'author');
    const id = await articleIn(desk, 'scheduled');
    const seen = await author.get(`/desk/articles/${id}/publishing/`);
    assert.match(seen.text, /It appears by itself on/);
    assert.doesNotMatch(seen.text, /name="time"/);
    const away = await editor.post(`/desk/articles/${id}/unschedule/`);
    assert.match((await editor.get(away.location ?? '')).text, /No time is set any more/);
  });
});
