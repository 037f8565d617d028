import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import { openTestSite } from '../../../test/support/site.ts';
import { articleInput } from '../../articles/article.ts';
import { findVersion, versionHash } from '../../articles/revisions/version-words.ts';
import { withholdRevision } from '../../articles/revisions/withhold.ts';
import { editArticle } from '../../articles/save-article.ts';
import { withdrawComment } from '../../comments/withdraw-comment.ts';
import type { EngineName } from '../../store/migrations/statements.ts';
import { createSiteWeb } from '../../web-app.ts';
import { cslFaults } from './fixtures.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function openPublished(engine: EngineName) {
  const site = await openTestSite(engine);
  await setSetting(site, 'title', 'The Ledger');
  await setSetting(site, 'comments.policy', 'open');
  const fields = {
    title: 'Toll at “six” & seven',
    body: 'One *paragraph*.\n\nAnd   another.',
    byline: 'Ann Osei',
  };
  const { id, path } = await publishSample(site, fields);
  const { app } = createSiteWeb(site);
  const get = async (at: string) => {
    const answer = await app.request(at.replace('https://ledger.example', ''));
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const csl = async (at: string) => {
    const { text } = await get(`${at}reference.json`);
    assert.deepEqual(cslFaults(text), []);
    return JSON.parse(text)[0];
  };
  return { site, id, path, fields, get, csl };
}

const editor = { actor: { role: 'editor' }, staffId: null } as const;

onBothEngines('citing', (engine) => {
  test('an article gives an address whose last part anybody can check by its words, and that leads to them for ever', async () => {
    const { site, id, path, fields, get, csl } = await openPublished(engine);
    assert.ok((await get(path)).text.includes(`href="${path}cite/"`));
    const first = await csl(`${path}cite/`);
    const words = await get(`${first.URL}words.txt`);
    assert.equal(words.text, 'Toll at “six” & seven\nOne paragraph.\nAnd another.\n');
    assert.ok(first.URL.endsWith(`${path}versions/${sha256(words.text)}/`));
    const now = await get(first.URL);
    assert.deepEqual([now.status, now.headers.get('location')], [302, path]);
    site.clock.pass(86_400_000);
    const input = articleInput.parse({ ...fields, body: 'It was never so.' });
    granted(await editArticle(site, editor, { id, input }));
    const old = await get(first.URL);
    assert.equal(old.status, 200);
    assert.match(old.text, /Version 1 of 2/);
    assert.match(old.text, /One <em>paragraph<\/em>\./);
    const second = await csl(`${path}cite/`);
    assert.notEqual(second.URL, first.URL);
    assert.equal(second.version, '2');
    assert.equal((await csl(`${path}history/1/cite/`)).URL, first.URL);
    assert.match((await get(`${path}history/`)).text, /history\/1\/cite\//);
    assert.equal((await get(`${path}history/3/cite/`)).status, 404);
    assert.equal((await get(`${path}versions/${'0'.repeat(64)}/`)).status, 404);
  });

  test('an address with any hash has the versions looked through once, not for each who asks', async () => {
    const { site, id, fields } = await openPublished(engine);
    const input = articleInput.parse({ ...fields, body: 'It was never so.' });
    granted(await editArticle(site, editor, { id, input }));
    let asked = 0;
    const db = new Proxy(site.store.read, {
      get(target, key) {
        if (key === 'selectFrom') asked += 1;
        const value = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const article = { id, revisions: 2 };
    const none = await Promise.all(['0', '1', '2'].map((each) => findVersion(db, article, each.repeat(64))));
    assert.deepEqual(none, [null, null, null]);
    const once = asked;
    assert.ok(once <= 2, `${once}`);
    const first = (await versionHash(site.store.read, id, 1)) ?? '';
    assert.equal(await findVersion(db, article, first), 1);
    assert.equal(asked, once);
    granted(await editArticle(site, editor, { id, input: articleInput.parse(fields) }));
    assert.equal(await findVersion(db, { id, revisions: 3 }, first), 3, 'the newest with these words');
    assert.equal(asked, once + 1);
  });

  test('words that are withheld are not given away by guessing them', async () => {
    const { site, id, path, get, csl, fields } = await openPublished(engine);
    const first = await csl(`${path}cite/`);
    const guess = first.URL.replace(/[0-9a-f]{64}/, sha256('Never written.\n'));
    assert.deepEqual([(await get(first.URL)).status, (await get(guess)).status], [302, 404]);
    const input = articleInput.parse({ ...fields, body: 'It was never so.' });
    granted(await editArticle(site, editor, { id, input }));
    granted(await withholdRevision(site, editor, { id, number: 1, reason: 'defamation' }));
    for (const file of ['', 'words.txt']) {
      const [withheld, never] = [await get(first.URL + file), await get(guess + file)];
      assert.deepEqual([withheld.status, never.status], [410, 410]);
      assert.equal(withheld.text, never.text);
    }
    const now = await csl(`${path}cite/`);
    assert.equal((await get(now.URL)).status, 302);
  });

  test('an article gives a sentence and files, each of its own kind', async () => {
    const { path, get } = await openPublished(engine);
    const page = await get(`${path}cite/`);
    assert.match(
      page.text,
      /Ann Osei, “Toll at “six” &amp; seven”, The Ledger, 12 March 2026, version 1 of 12 March 2026, https/,
    );
    const bib = await get(`${path}cite/reference.bib`);
    assert.equal(bib.headers.get('content-type'), 'application/x-bibtex; charset=utf-8');
    assert.match(
      bib.text,
      /^@online\{2026-03-12-toll-at-six-seven-v1,\n {2}author = \{\{Ann Osei\}\},\n {2}title = \{\{Toll at “six” \\& seven\}\}/,
    );
    const json = await get(`${path}cite/reference.json`);
    assert.equal(json.headers.get('content-type'), 'application/vnd.citationstyles.csl+json');
    assert.match((await get(`${path}cite/reference.txt`)).text, /\(read 12 March 2026\)\.\n$/);
  });

  test('a response gives the address of its words; when they are gone it says so', async () => {
    const { site, id, path, get, csl } = await openPublished(engine);
    const { id: sent } = granted(await send(site, { articleId: id, name: 'ليلى', text: 'I was *there*.' }));
    const item = await csl(`${path}responses/1/cite/`);
    assert.deepEqual(
      [item.author, item.title],
      [[{ literal: 'ليلى' }], 'Response 1 to ‘Toll at “six” & seven’'],
    );
    const words = await get(`${item.URL}words.txt`);
    assert.ok(item.URL.endsWith(`${path}responses/1/versions/${sha256(words.text)}/`));
    assert.equal(words.text, 'I was there.\n');
    assert.equal((await get(item.URL)).headers.get('location'), `${path}responses/1/`);
    assert.match((await get(`${path}responses/1/cite/reference.txt`)).text, /^\u2068ليلى\u2069, /);
    const other = item.URL.replace(/[0-9a-f]{64}/, '0'.repeat(64));
    assert.equal((await get(other)).status, 404);
    granted(await withdrawComment(site, sent));
    assert.equal((await get(item.URL)).status, 410);
    const asked = await Promise.all([1, 2, 3].map(() => get(`${path}responses/1/cite/`)));
    assert.deepEqual(
      asked.map(({ status }) => status),
      [410, 410, 410],
      'however many ask at once',
    );
    assert.equal((await get(`${path}responses/2/cite/`)).status, 404);
  });
});
