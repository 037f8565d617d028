import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { articleInput } from '../../articles/article.ts';
import { insertDraft, publishArticle, writeArticle } from '../../articles/save-article.ts';
import { articleIn, openDesk, publish, respond, signedIn } from '../fixtures.ts';

onBothEngines('the desk’s first page', (engine) => {
  test('tells a moderator what waits and for how long', async () => {
    const desk = await openDesk(engine);
    const { id } = await publish(desk, 'Bridge toll');
    const moderator = await signedIn(desk, 'moderator');
    assert.match((await moderator.get('/desk/')).text, /Nothing waits\./);
    await respond(desk, id, { name: 'Turncock', text: 'They will not say.' });
    desk.site.clock.pass(3 * 86_400_000);
    await respond(desk, id, { name: 'Ropewalk', text: 'Later.' });
    const { text } = await moderator.get('/desk/');
    assert.match(text, /2 responses are held\. The oldest has waited 3 days\./);
    assert.match(text, /Queue 2/);
    assert.doesNotMatch(text, /\/desk\/articles\//);
  });

  test('leads authors to their writing and to nothing that they may not do', async () => {
    const author = await signedIn(await openDesk(engine), 'author');
    const { text } = await author.get('/desk/');
    assert.match(text, /href="\/desk\/articles\/new\/"/);
    assert.doesNotMatch(text, /\/desk\/queue\/|\/desk\/responses\//);
  });

  test('tells the owner of a demo how to begin a publication of their own', async () => {
    const desk = await openDesk(engine);
    const owner = await signedIn(desk, 'owner');
    assert.doesNotMatch((await owner.get('/desk/')).text, /Start your own/);
    const input = articleInput.parse({ title: 'Invented', body: 'News.' });
    const provenance = { origin: 'demo', dated: null, losses: [] };
    await desk.site.store.write((tx) => insertDraft(desk.site, tx, { input, provenance }));
    assert.match((await owner.get('/desk/')).text, /Start your own.*hustings init/s);
    const editor = await signedIn(desk, 'editor');
    assert.doesNotMatch((await editor.get('/desk/')).text, /Start your own/);
  });

  test('lists what needs an editor, each with its time, and says so where nothing does', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    assert.match((await editor.get('/desk/')).text, /Nothing needs you now\./);
    await articleIn(desk, 'in-review');
    await articleIn(desk, 'scheduled');
    await articleIn(desk, 'draft');
    const { text } = await editor.get('/desk/');
    assert.doesNotMatch(text, /Nothing needs you now/);
    const part = (id: string) => text.slice(text.indexOf(`id="${id}"`)).split('</section>')[0] ?? '';
    assert.match(part('reviews'), /Bridge toll, in-review/);
    assert.match(part('scheduled'), /Bridge toll, scheduled.*1 April 2026, 06:30/s);
    assert.match(part('drafts'), /Bridge toll, draft/);
    assert.doesNotMatch(part('drafts'), /in-review|scheduled/);
    const author = await signedIn(desk, 'author');
    assert.doesNotMatch((await author.get('/desk/')).text, /id="reviews"/);
  });

  test('keeps one’s own drafts apart from those of others', async () => {
    const desk = await openDesk(engine);
    const write = (title: string, byline: string) =>
      writeArticle(desk.site, articleInput.parse({ title, body: 'News.', byline }));
    await write('Mine', 'Imogen Thrale');
    await write('Theirs', 'Kester Adeyinka');
    const author = await signedIn(desk, 'author');
    const { text } = await author.get('/desk/');
    assert.match(text, /Yours<\/h3>.*Mine.*Others’<\/h3>.*Theirs/s);
  });

  test('draws what came and what was decided by the publication’s days, with the numbers as a table', async () => {
    const desk = await openDesk(engine);
    desk.site.clock.set('2026-03-28T23:30:00.000Z');
    const { id } = await publish(desk, 'Bridge toll');
    const held = await respond(desk, id, { name: 'Turncock', text: 'They will not say.' });
    desk.site.clock.set('2026-03-29T23:30:00.000Z');
    const moderator = await signedIn(desk, 'moderator');
    const sent = await moderator.post(`/desk/queue/${held}/remove/`, { reason: 'rule-1' });
    assert.equal(sent.status, 303);
    const { text } = await moderator.get('/desk/');
    const row = (day: string) =>
      text.match(new RegExp(`<th scope="row">${day}</th>(?:<td>[^<]*</td>)+`, 'g'));
    assert.deepEqual(row('28 March 2026'), ['<th scope="row">28 March 2026</th><td>1</td><td>0</td>']);
    assert.deepEqual(row('30 March 2026'), [
      '<th scope="row">30 March 2026</th><td>0</td><td>1</td>',
      '<th scope="row">30 March 2026</th><td>24 h</td><td>24 h</td>',
    ]);
    assert.match(text, /1 response came in 30 days, and 1 decision was taken\./);
    assert.match(text, /<svg [^>]*role="img" aria-labelledby="chart-counts-title chart-counts-desc"/);
    assert.match((await moderator.get('/desk/?days=90')).text, /The last 90 days/);
    const author = await signedIn(desk, 'author');
    assert.doesNotMatch((await author.get('/desk/')).text, /<svg/);
  });

  test('names a dated claim on the day it comes due, and afterwards as overdue', async () => {
    const desk = await openDesk(engine);
    const author = await signedIn(desk, 'author');
    const body = 'The toll will be decided on 30 March.';
    const id = await writeArticle(desk.site, articleInput.parse({ title: 'Bridge toll', body }));
    const marked = {
      do: 'mark',
      passage: 'decided on 30 March',
      claim: 'The toll is decided',
      due: '2026-03-30',
    };
    assert.equal((await author.post(`/desk/articles/${id}/claims/`, marked)).status, 303);
    const editor = { actor: { role: 'editor' as const }, staffId: null };
    assert.ok((await publishArticle(desk.site, editor, id)).ok);
    const part = async () => {
      const { text } = await author.get('/desk/');
      return text.slice(text.indexOf('id="claims"')).split('</section>')[0] ?? '';
    };
    assert.match(await part(), /No claim has come due\./);
    desk.site.clock.set('2026-03-30T09:00:00.000Z');
    assert.match(await part(), /The toll is decided.*due.*30 March 2026/s);
    desk.site.clock.set('2026-04-02T09:00:00.000Z');
    assert.match(await part(), /overdue since.*30 March 2026/s);
    const moderator = await signedIn(desk, 'moderator');
    assert.doesNotMatch((await moderator.get('/desk/')).text, /id="claims"/);
  });
});
