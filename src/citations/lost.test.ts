import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send } from '../../test/support/publish.ts';
import { parseCapture } from '../migration/text-capture/parse-capture.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { createSiteWeb } from '../web-app.ts';
import { openCited, page } from './fixtures.ts';
import { lostUsesOf } from './queries.ts';
import { findLinks } from './start-citations.ts';

const day = 86_400_000;
const quoted = '“The keel-bolts were last renewed when sugar was rationed.”';

/** What is left of a page whose tags were dropped. */
const flat = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, '’')
    .replace(/&amp;/g, '&');

onBothEngines('a page that a published text cites', (engine) => {
  test('and that is gone is told of below the text, with what was kept; a copy without tags is read back whole', async () => {
    let isGone = false;
    const answer: RequestListener = (_, response) => {
      if (isGone) response.writeHead(404).end('Nothing here');
      else response.writeHead(200, { 'content-type': 'text/html' }).end(page({ paragraphs: [quoted] }));
    };
    const { site, listener, look } = await openCited(engine, answer);
    const url = `${listener.url}deck`;
    const { id, path } = await publishSample(site, {
      body: `An engineer wrote this.\n\n> ${quoted}\n\nIt is [here](${url}).\n\nSo the board was told.`,
    });
    granted(await send(site, { articleId: id, text: `I had read ${url} before.` }));
    await look();
    const { app } = createSiteWeb(site);
    const read = async () => (await app.request(path)).text();
    assert.doesNotMatch(await read(), /<div class="kept"/);
    const told = async () => {
      const get = async (end: string) =>
        JSON.parse(await (await app.request(`/api/v1/articles/${id}${end}`)).text());
      return [(await get('')).citations, (await get('/comments')).items[0].citations];
    };
    assert.deepEqual(await told(), [[], []]);
    isGone = true;
    const rests = [day, 3_600_000, day];
    for (const rest of rests) {
      site.clock.pass(rest);
      await look();
      assert.doesNotMatch(await read(), /<div class="kept"/, 'not at once');
    }
    site.clock.pass(day);
    await look();
    const html = await read();
    assert.equal(html.match(/<div class="kept"/g)?.length, 2, 'below the article and below the response');
    assert.match(
      html,
      /“Under the deck”<\/bdi><\/b> \[a\], <bdi>Ann Osei<\/bdi>, <bdi>Estuary Notes<\/bdi>, 9 March 2026\./,
    );
    assert.match(html, /Gone from its address since 15 March 2026\./);
    assert.match(
      html,
      /<blockquote><p dir="auto">“The keel-bolts were last renewed when sugar was rationed\.”<\/p>\s*<\/blockquote>/,
    );
    assert.match(html, /Kept as it stood on <time[^>]*>12 March 2026, 07:00 GMT<\/time>\./);
    const gone = {
      ...{ url, title: 'Under the deck', site: 'Estuary Notes', state: 'gone' },
      ...{ since: '2026-03-15T08:00:00.000Z', kept: '2026-03-12T07:00:00.000Z', archive: null },
    };
    assert.deepEqual(await told(), [[gone], [gone]]);
    const [article] = parseCapture(flat(html)).articles;
    assert.deepEqual(article?.paragraphs, [
      'An engineer wrote this.',
      quoted,
      'It is here.',
      'So the board was told.',
    ]);
    assert.deepEqual(article?.comments[0]?.paragraphs, [`I had read ${url} before.`]);
    isGone = false;
    site.clock.pass(30 * day);
    await look();
    assert.doesNotMatch(await read(), /<div class="kept"/, 'it is there again');
    assert.deepEqual(await told(), [[], []]);
  });

  test('and that no longer says what is quoted is told of where it is quoted, after a second look', async () => {
    let words = [quoted, 'The board met on Monday and nobody spoke.'];
    const answer: RequestListener = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(page({ paragraphs: words }));
    const { site, listener, look } = await openCited(engine, answer);
    const { id, path } = await publishSample(site, { body: `As [it says](${listener.url}), ${quoted}` });
    granted(await send(site, { articleId: id, text: `See ${listener.url}` }));
    await look();
    const { app } = createSiteWeb(site);
    const read = async () => (await app.request(path)).text();
    words = ['Advertisement 7.', quoted, 'The board met on Monday and nobody spoke.'];
    site.clock.pass(day);
    await look();
    assert.doesNotMatch(await read(), /<div class="kept"/, 'other words beside them are no change');
    words = ['The bolts are as good as new.'];
    site.clock.pass(7 * day);
    await look();
    assert.doesNotMatch(await read(), /<div class="kept"/, 'one look may err');
    site.clock.pass(3_600_000);
    await look();
    const html = await read();
    assert.equal(html.match(/<div class="kept"/g)?.length, 1, 'the response quotes nothing of it');
    assert.match(html, /The quoted words are not there since 20 March 2026\./);
    const kept = await site.store.read
      .selectFrom('snapshots')
      .select(['number', 'words'])
      .orderBy('number')
      .execute();
    assert.equal(kept.length, 2, 'as it was cited, and what it has become');
  });

  test('by more than a thousand texts is told of by every one of them, the article first', async () => {
    let words = [quoted];
    const answer: RequestListener = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(page({ paragraphs: words }));
    const { site, listener, look } = await openCited(engine, answer);
    const body = `As [it says](${listener.url}), ${quoted}`;
    const { id } = await publishSample(site, { title: 'First', body });
    granted(await send(site, { articleId: id, text: `As ${listener.url} says, ${quoted}` }));
    const last = await publishSample(site, { title: 'Last', body });
    await sequenceEntries(site);
    await findLinks(site);
    const use = await site.store.read
      .selectFrom('citation_uses')
      .selectAll()
      .where('text_id', '=', last.id)
      .executeTakeFirstOrThrow();
    const others = Array.from({ length: 1_000 }, (_, index) => ({ ...use, position: index + 1 }));
    await site.store.write((tx) => tx.insertInto('citation_uses').values(others).execute());
    const marks = async () =>
      (await site.store.read.selectFrom('articles').select(['id', 'marks']).orderBy('id').execute()).map(
        (each) => each.marks,
      );
    const before = await marks();
    await look();
    assert.ok((await marks()).every((count, index) => count > (before[index] ?? 0)));
    words = ['The bolts are as good as new.'];
    for (const rest of [day, 3_600_000]) {
      site.clock.pass(rest);
      await look();
    }
    const left = await site.store.read
      .selectFrom('citation_uses')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where((eb) => eb.or([eb('excerpt', 'is', null), eb('gone_since', 'is', null)]))
      .executeTakeFirstOrThrow();
    assert.equal(Number(left.count), 0);
    const lost = await lostUsesOf(site.store.read, id, { from: 0, to: 9 });
    assert.deepEqual(
      lost.map(({ number, state }) => [number, state]),
      [
        [0, 'words-gone'],
        [1, 'words-gone'],
      ],
    );
  });

  test('and that was gone from the first is told of without an excerpt', async () => {
    const { site, listener, look } = await openCited(engine, (_, response) => response.writeHead(410).end());
    const { path } = await publishSample(site, { body: `It is [here](${listener.url}).\n\nThe end.` });
    for (const rest of [0, 3_600_000, day, day]) {
      site.clock.pass(rest);
      await look();
    }
    const html = await (await createSiteWeb(site).app.request(path)).text();
    assert.match(
      html,
      /“127\.0\.0\.1\/”<\/bdi><\/b> \[a\], <bdi>127\.0\.0\.1<\/bdi>\. <span class="red">Gone/,
    );
    const [article] = parseCapture(flat(html)).articles;
    assert.deepEqual(article?.paragraphs, ['It is here.', 'The end.']);
  });
});
