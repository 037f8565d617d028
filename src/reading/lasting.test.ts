import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { articleInput } from '../articles/article.ts';
import { moveArticle } from '../articles/move-article.ts';
import { editArticle } from '../articles/save-article.ts';
import { restoreArticle, withdrawArticle } from '../articles/withdraw-article.ts';
import { faultsOf, forge } from '../audit/fixtures.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { search } from '../search/search.ts';
import type { EngineName } from '../store/migrations/statements.ts';
import { createSiteWeb } from '../web-app.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };
const note = 'We could not stand behind the figures in it.\n\nWe are sorry.';

async function open(engine: EngineName) {
  const site = await openTestSite(engine);
  await setSetting(site, 'comments.policy', 'open');
  const { app } = createSiteWeb(site);
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await app.request(path, init);
    const { status, headers } = response;
    return { status, headers, location: headers.get('location'), text: await response.text() };
  };
  const sample = await publishSample(site, {
    title: 'Bridge toll',
    body: 'Canary tolls rise.',
    tags: 'Tolls',
  });
  granted(await send(site, { articleId: sample.id, name: 'Half-Tide', text: 'Canary reply.' }));
  return { site, ask, ...sample };
}

onBothEngines('a withdrawn article', (engine) => {
  test('is gone at its address and below it, with the note that its publication wrote', async () => {
    const { site, ask, id, path } = await open(engine);
    await ask(path);
    granted(await withdrawArticle(site, editor, { id, reason: 'wrong', note }));
    for (const below of [
      '',
      'responses/1/',
      'responses/newest/',
      'feed/',
      'feed/atom/',
      'feed.json',
      'history/',
    ]) {
      const { status, text, headers } = await ask(path + below);
      assert.equal(status, 410, below);
      assert.match(text, /withdrew the article that stood here on 12 March 2026/);
      assert.match(text, /<p>We could not stand behind the figures in it\.<\/p>/);
      assert.match(text, /noindex/);
      assert.doesNotMatch(text, /Canary|Bridge toll/);
      assert.equal(headers.get('cache-control'), 'no-store');
    }
    const body = new URLSearchParams({ name: 'Half-Tide', text: 'Why?' });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    assert.equal((await ask(`${path}responses/`, { method: 'POST', body, headers })).status, 410);
  });

  test('is in no list, feed, sitemap, search or answer of the API', async () => {
    const { site, ask, id, path } = await open(engine);
    const pages = ['/', '/archive/', '/tags/', '/feed/', '/feed/atom/', '/feed.json', '/comments/feed/'];
    const others = ['/sitemap.xml', '/news-sitemap.xml', '/search?q=canary', '/api/v1/articles'];
    const seen: string[] = [];
    for (const page of [...pages, ...others]) {
      const { text } = await ask(page);
      if (text.includes('Bridge toll') || text.includes(path) || text.includes('Canary')) seen.push(page);
    }
    assert.ok(seen.length >= 8, `only ${seen} showed it before`);
    granted(await withdrawArticle(site, editor, { id, reason: 'legal', note }));
    for (const page of [...pages, ...others]) {
      const { text } = await ask(page);
      assert.doesNotMatch(text, /Bridge toll|Canary|bridge-toll/, page);
    }
    assert.equal((await search(site, 'canary', { limit: 9, offset: 0 })).total, 0);
    for (const below of ['', '/comments']) {
      const answer = await ask(`/api/v1/articles/${id}${below}`);
      assert.equal(answer.status, 410);
      assert.match(answer.text, /withdrew this article\. We could not stand behind/);
      assert.match(answer.text, /"code":"withdrawn"/);
    }
    assert.equal((await ask('/tag/tolls/')).status, 404);
  });

  test('comes back where it stood, with its responses, and the record tells of both', async () => {
    const { site, ask, id, path } = await open(engine);
    granted(await withdrawArticle(site, editor, { id, reason: 'privacy', note }));
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
    const other = await withdrawArticle(site, editor, { id, reason: 'privacy', note });
    assert.equal(other.ok ? 'ok' : other.code, 'not-published');
    granted(await restoreArticle(site, editor, id));
    const back = await ask(path);
    assert.equal(back.status, 200);
    assert.match(back.text, /Canary reply\./);
    assert.equal((await search(site, 'canary', { limit: 9, offset: 0 })).total, 2);
    await sequenceEntries(site);
    const record = (await ask('/record/')).text;
    assert.match(record, /Article withdrawn/);
    assert.match(record, /For somebody’s privacy or safety\./);
    assert.match(record, /Article put back/);
    assert.doesNotMatch(record, /figures/, 'the note is not in the record');
    assert.deepEqual(await faultsOf(site), []);
  });

  test('that was changed meanwhile comes back as a new version', async () => {
    const { site, ask, id, path } = await open(engine);
    granted(await withdrawArticle(site, editor, { id, reason: 'wrong', note }));
    const input = articleInput.parse({ title: 'Bridge toll', body: 'Tolls stay as they were.' });
    granted(await editArticle(site, editor, { id, input }));
    assert.deepEqual(await faultsOf(site), []);
    granted(await restoreArticle(site, editor, id));
    assert.match((await ask(path)).text, /Tolls stay as they were\./);
    assert.deepEqual(await faultsOf(site), []);
    assert.match((await ask(`${path}history/`)).text, /stay/);
  });

  test('needs a reason and a note', async () => {
    const { site, id } = await open(engine);
    const without = await withdrawArticle(site, editor, { id, reason: 'wrong', note: ' ' });
    assert.equal(without.ok ? 'ok' : without.code, 'no-note');
    const unknown = await withdrawArticle(site, editor, { id, reason: 'bored', note });
    assert.equal(unknown.ok ? 'ok' : unknown.code, 'no-reason');
  });

  test('that was hidden or shown without an entry is found', async () => {
    const { site, id } = await open(engine);
    await sequenceEntries(site);
    const hidden = await forge(site, { table: 'articles', id, set: { state: 'withdrawn' } });
    assert.match(hidden.join(), /is withdrawn in the database, and published by the record/);
    granted(await withdrawArticle(site, editor, { id, reason: 'legal', note }));
    await sequenceEntries(site);
    const shown = await forge(site, { table: 'articles', id, set: { state: 'published' } });
    assert.match(shown.join(), /is published in the database, and withdrawn by the record/);
  });
});

onBothEngines('an article that was given another address', (engine) => {
  const move = (site: Parameters<typeof moveArticle>[0], id: string, [seen, slug]: [string, string]) =>
    moveArticle(site, editor, { id, slug, seen });

  test('is led to from the old one for ever, and from everything below it', async () => {
    const { site, ask, id, path } = await open(engine);
    await ask(path);
    const moved = granted(await move(site, id, [path, 'Bridge toll refused']));
    assert.equal(moved.path, '/2026/03/12/bridge-toll-refused/');
    for (const below of ['', 'responses/1/', 'feed/', 'feed.json', 'history/', '?in_reply_to=1'])
      assert.deepEqual(
        [(await ask(path + below)).status, (await ask(path + below)).location],
        [301, moved.path + below],
      );
    const body = new URLSearchParams({ name: 'Half-Tide', text: 'Why?' });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = await ask(`${path}responses/`, { method: 'POST', body, headers });
    assert.deepEqual([sent.status, sent.location], [308, `${moved.path}responses/`], 'no word is lost');
    const page = await ask(moved.path);
    assert.equal(page.status, 200);
    assert.ok(page.text.includes(`href="https://ledger.example${moved.path}"`));
    assert.equal((await ask('/2026/03/12/never/')).status, 404);
  });

  test('is led to in one step however often it moved, and may go back', async () => {
    const { site, ask, id, path } = await open(engine);
    const second = granted(await move(site, id, [path, 'second'])).path;
    const third = granted(await move(site, id, [second, 'third'])).path;
    assert.equal((await ask(path)).location, third);
    assert.equal((await ask(second)).location, third);
    granted(await move(site, id, [third, 'bridge-toll']));
    assert.equal((await ask(path)).status, 200);
    assert.equal((await ask(second)).location, path);
    assert.equal((await ask(third)).location, path);
    assert.deepEqual(await faultsOf(site), []);
  });

  test('keeps its address for itself: no other article gets it, now or later', async () => {
    const { site, id, path } = await open(engine);
    granted(await move(site, id, [path, 'moved']));
    const next = await publishSample(site, { title: 'Bridge toll' });
    assert.equal(next.path, '/2026/03/12/bridge-toll-2/');
    const clash = await move(site, next.id, [next.path, 'bridge toll']);
    assert.ok(!clash.ok);
    assert.equal(clash.code, 'slug-taken');
    assert.match(clash.sentence, /an address is never given twice\. Free is bridge-toll-3\./);
    assert.equal((await move(site, next.id, [next.path, 'moved'])).ok, false);
  });

  test('stays the same item to those who follow the feeds', async () => {
    const { site, ask, id, path } = await open(engine);
    granted(await move(site, id, [path, 'moved']));
    const { text } = await ask('/feed/atom/');
    assert.ok(text.includes(`<id>https://ledger.example${path}</id>`));
    assert.ok(text.includes('https://ledger.example/2026/03/12/moved/'));
  });

  test('is gone at every address when it is withdrawn', async () => {
    const { site, ask, id, path } = await open(engine);
    granted(await move(site, id, [path, 'moved']));
    granted(await withdrawArticle(site, editor, { id, reason: 'legal', note }));
    assert.equal((await ask(path)).status, 410);
    assert.equal((await ask('/2026/03/12/moved/')).status, 410);
  });

  test('is refused what is no address, the same one, or one that has changed meanwhile', async () => {
    const { site, id, path } = await open(engine);
    const code = async (seen: string, slug: string) => {
      const moved = await move(site, id, [seen, slug]);
      return moved.ok ? 'ok' : moved.code;
    };
    assert.equal(await code(path, ' – '), 'bad-slug');
    assert.equal(await code(path, 'bridge toll'), 'same-slug');
    assert.equal(await code('/2026/03/12/other/', 'new'), 'stale');
  });

  test('and one moved by hand is found', async () => {
    const { site, id, path } = await open(engine);
    granted(await move(site, id, [path, 'moved']));
    await sequenceEntries(site);
    const forged = await forge(site, { table: 'articles', id, set: { path: '/2026/03/12/elsewhere/' } });
    assert.match(forged.join(), /does not stand where its changes of address led/);
  });
});
