import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { keepMoving } from '../../test/support/site.ts';
import { restoreArticle, withdrawArticle } from '../articles/withdraw-article.ts';
import { withdrawComment } from '../comments/withdraw-comment.ts';
import { sequenceEntries } from '../record/sequence.ts';
import type { Site } from '../site.ts';
import { readCopy } from './copies.ts';
import { openCited } from './fixtures.ts';
import { citedPages, paragraphsOfSnapshot } from './queries.ts';

const report = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
  <title>Toll at six | The Wrenmouth Herald</title>
  <meta property="og:title" content="Bridge toll to rise at six">
  <meta property="og:site_name" content="The Wrenmouth Herald">
  <script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Ann Osei"}],"datePublished":"2026-03-01T06:00:00Z"}</script>
  </head><body><nav>Home</nav><article><h1>Bridge toll to rise at six</h1>
  <p>The harbour board met on Monday evening, and nobody spoke against it.</p>
  <p>“The toll will rise to four pounds at six in the morning,” the harbour master said.</p></article></body></html>`;

const html: RequestListener = (_, response) =>
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'a=b' }).end(report);

const copiesIn = async (site: Site) =>
  (await readdir(join(site.config.dataFolder, 'links'), { recursive: true })).filter((name) =>
    /gz/.test(name),
  );

const editor = { actor: { role: 'editor' }, staffId: null } as const;

onBothEngines('a link of what is published', (engine) => {
  test('is looked at: what the page says of itself, the words around what is quoted, and a private copy are kept', async () => {
    const { site, listener, look } = await openCited(engine, html);
    const body = `The Herald [says](${listener.url}toll#top) “the toll will rise to four pounds” soon.`;
    const { id } = await publishSample(site, { body });
    granted(await send(site, { articleId: id, text: `See ${listener.url}toll` }));
    const { now } = site.clock;
    keepMoving(site.clock, 1_000);
    assert.equal(await look(), 1, 'one page, whoever cites it');
    site.clock.now = now;
    const [snapshot] = await site.store.read.selectFrom('snapshots').selectAll().execute();
    assert.ok(snapshot);
    assert.deepEqual(
      [snapshot.title, snapshot.site, snapshot.author, snapshot.dated, snapshot.language],
      ['Bridge toll to rise at six', 'The Wrenmouth Herald', 'Ann Osei', '2026-03-01T06:00:00Z', 'en-GB'],
    );
    const uses = await site.store.read.selectFrom('citation_uses').selectAll().orderBy('position').execute();
    assert.deepEqual(uses.map(({ comment_id }) => comment_id === null).sort(), [false, true]);
    const quoting = uses.find(({ comment_id }) => comment_id === null);
    assert.match(quoting?.excerpt ?? '', /^“The toll will rise to four pounds at six in the morning,”/);
    const [cited] = await citedPages(site.store.read, id);
    const paragraphs = await paragraphsOfSnapshot(site.store.read, cited?.snapshot ?? '');
    assert.deepEqual([cited?.from, paragraphs.length], [0, 3]);
    assert.equal(cited?.bytes, Buffer.byteLength(snapshot.words));
    const copy = gunzipSync(await readCopy(site, snapshot.file ?? '')).toString();
    assert.match(copy, /WARC-Target-URI: http:\/\/127\.0\.0\.1:\d+\/toll\r\n/);
    assert.ok(copy.includes(`WARC-Date: ${snapshot.at.slice(0, 19)}Z\r\n`), 'kept at one time');
    assert.ok(copy.includes(report));
    assert.doesNotMatch(copy, /set-cookie/i);
    const citation = await site.store.read.selectFrom('citations').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual([citation.state, citation.sentence], ['fine', 'It answered 200.']);
    assert.equal(Date.parse(citation.due_at ?? '') - Date.parse(citation.checked_at ?? ''), 86_400_000);
    const check = await site.store.read.selectFrom('citation_checks').select('at').executeTakeFirstOrThrow();
    assert.equal(check.at, citation.checked_at);
  });

  test('is no citation while its response is held, and none any more when it is withdrawn', async () => {
    const { site, listener, look } = await openCited(engine, html);
    const { id } = await publishSample(site);
    await setSetting(site, 'comments.policy', 'all-held');
    granted(await send(site, { articleId: id, text: `Look at ${listener.url}` }));
    assert.equal(await look(), 0);
    assert.equal(listener.connects, 0);
    await setSetting(site, 'comments.policy', 'open');
    const sent = granted(
      await send(site, { articleId: id, text: `Look here: ${listener.url}`, name: 'Ropewalk' }),
    );
    assert.equal(await look(), 1);
    assert.equal((await copiesIn(site)).length, 1);
    granted(await withdrawComment(site, sent.id));
    await look();
    for (const table of ['citations', 'citation_uses', 'citation_checks', 'snapshots'] as const)
      assert.deepEqual(await site.store.read.selectFrom(table).selectAll().execute(), [], table);
    assert.deepEqual(await copiesIn(site), []);
  });

  test('is not looked at while links are not kept, or while nothing outside is asked', async () => {
    const { site, listener, look } = await openCited(engine, html);
    await setSetting(site, 'links.outbound', 'no');
    await publishSample(site, { body: `[There](${listener.url})` });
    assert.equal(await look(), 0);
    const asked = await site.fetch({ url: listener.url });
    assert.equal(asked.ok ? 'asked' : asked.fault, 'off');
    await setSetting(site, 'links.outbound', 'yes');
    await setSetting(site, 'links.keep', 'no');
    assert.equal(await look(), 0);
    assert.equal(listener.connects, 0);
    await setSetting(site, 'links.keep', 'yes');
    assert.equal(await look(), 1);
    assert.equal(listener.connects, 1);
  });

  test('is none while its article is withdrawn, with those of its responses; put back, all are there again', async () => {
    const { site, listener, look } = await openCited(engine, html);
    const { id } = await publishSample(site, { body: `[There](${listener.url}a)` });
    granted(await send(site, { articleId: id, text: `See ${listener.url}b` }));
    const cited = async () => {
      await look();
      const rows = await site.store.read.selectFrom('citations').select('url').orderBy('url').execute();
      return rows.map(({ url }) => url.slice(listener.url.length));
    };
    assert.deepEqual(await cited(), ['a', 'b']);
    granted(await withdrawArticle(site, editor, { id, reason: 'legal', note: 'It was not so.' }));
    assert.deepEqual(await cited(), []);
    granted(await restoreArticle(site, editor, id));
    assert.deepEqual(await cited(), ['a', 'b']);
  });

  test('is found although a text or an entry before it fails; what failed is tried again later', async () => {
    const { site, look } = await openCited(engine, html);
    await setSetting(site, 'links.keep', 'no');
    const { id } = await publishSample(site, { title: 'One', body: '[x](https://one.example/)' });
    const entry = await publishSample(site, { title: 'Two', body: '[x](https://two.example/)' });
    await publishSample(site, { title: 'Three', body: '[x](https://three.example/)' });
    await sequenceEntries(site);
    const was = await site.store.read
      .selectFrom('articles')
      .select('html')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const leaf = await site.store.read
      .selectFrom('record_entries')
      .select(['id', 'leaf'])
      .where('article_id', '=', entry.id)
      .where('action', '=', 'article.publish')
      .executeTakeFirstOrThrow();
    const setHtml = (text: string) =>
      site.store.write((tx) => tx.updateTable('articles').set({ html: text }).where('id', '=', id).execute());
    const setLeaf = (text: string) =>
      site.store.write((tx) =>
        tx.updateTable('record_entries').set({ leaf: text }).where('id', '=', leaf.id).execute(),
      );
    await setHtml(`${'<span>'.repeat(30_000)}<a href="https://one.example/">x</a>`);
    await setLeaf('{');
    const found = async () => {
      await look();
      const rows = await site.store.read.selectFrom('citations').select('host').orderBy('host').execute();
      return rows.map(({ host }) => host);
    };
    assert.deepEqual(await found(), ['three.example']);
    await setHtml(was.html);
    await setLeaf(leaf.leaf);
    site.clock.pass(59_000);
    assert.deepEqual(await found(), ['three.example'], 'not at once');
    site.clock.pass(2_000);
    assert.deepEqual(await found(), ['one.example', 'three.example', 'two.example']);
    for (const table of ['entries_put_back', 'citation_texts_due'] as const)
      assert.deepEqual(await site.store.read.selectFrom(table).selectAll().execute(), [], table);
  });
});
