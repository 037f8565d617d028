import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { publishSample } from '../../../test/support/publish.ts';
import { faultsOf } from '../../audit/fixtures.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import type { EngineName } from '../../store/migrations/statements.ts';
import { createSiteWeb } from '../../web-app.ts';
import { type Browser, type Desk, openDesk, signedIn } from '../fixtures.ts';

async function open(engine: EngineName) {
  const { site } = await openDesk(engine);
  const desk: Desk = { site, web: createSiteWeb(site) };
  await publishSample(site, { title: 'The bridge', tags: 'Harbour' });
  return { site, edda: await signedIn(desk, 'editor') };
}

const words = { title: 'About us', source: 'We print *twice* a week. <script>alert(1)</script>' };

/** Publishes a page by the form; answers its address at the desk. */
async function written(edda: Browser, fields: Record<string, string> = {}): Promise<string> {
  const { status, location } = await edda.post('/desk/pages/new/', { ...words, ...fields });
  assert.equal(status, 303);
  return (location ?? '').replace(/\?.*/, '');
}

onBothEngines('a page of the publication’s own', (engine) => {
  test('is previewed, published at an address of one word, in the sitemap and found by search', async () => {
    const { site, edda } = await open(engine);
    const preview = await edda.post('/desk/pages/new/', { ...words, do: 'preview' });
    assert.match(preview.text, /We print <em>twice<\/em> a week/);
    assert.equal((await edda.get('/about-us/')).status, 404);
    await written(edda);
    const page = await edda.get('/about-us/');
    assert.match(page.text, /<h1>About us<\/h1>/);
    assert.match(page.text, /In force since 12 March 2026\./);
    assert.match(page.text, /<em>twice<\/em>/);
    assert.doesNotMatch(page.text, /alert/);
    assert.equal((await edda.get('/about-us')).location, '/about-us/');
    assert.match((await edda.get('/sitemap.xml')).text, /<loc>https:\/\/ledger\.example\/about-us\/<\/loc>/);
    assert.match((await edda.get('/search?q=twice')).text, /<a href="\/about-us\/">About us<\/a>/);
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
  });

  test('never stands where the publication itself answers, or another page', async () => {
    const { edda } = await open(engine);
    await written(edda, { slug: 'who-we-are' });
    const reserved = [
      ...['tag', 'author', 'desk', 'api', 'feed', 'record', 'pictures', 'assets', 'search', 'about'],
      ...['archive', 'comments', 'receipt', 'page', 'healthz', '2026', 'Tags'],
    ];
    for (const slug of reserved) {
      const { status, text } = await edda.post('/desk/pages/new/', { ...words, slug });
      assert.equal(status, 422, slug);
      assert.match(text, /is used by the publication itself: choose another/);
      assert.ok(text.includes(`value="${slug}"`));
      assert.ok(text.includes('We print *twice* a week.'));
    }
    const taken = await edda.post('/desk/pages/new/', { ...words, slug: 'Who we are' });
    assert.equal(taken.status, 422);
    assert.match(taken.text, /There is a page at \/who-we-are\//);
    const empty = await edda.post('/desk/pages/new/', { title: ' ', source: '' });
    assert.equal(empty.status, 422);
    assert.match(empty.text, /Give the page a title\..*Write the text of the page\./s);
  });

  test('keeps every wording with its days, and is not saved over somebody else’s', async () => {
    const { site, edda } = await open(engine);
    const desk = await written(edda);
    const seen = /name="seen" value="([^"]*)"/.exec((await edda.get(desk)).text)?.[1] ?? '';
    site.clock.set('2026-05-03T09:00:00.000Z');
    const second = { title: 'About us all', source: 'We print three times a week.', seen };
    assert.equal((await edda.post(desk, second)).location, `${desk}?done=changed`);
    const stale = await edda.post(desk, { ...second, source: 'Mine' });
    assert.equal(stale.status, 409);
    assert.match(stale.text, /Somebody changed this page.*Mine/s);
    const now = (await edda.get('/about-us/')).text;
    assert.match(now, /In force since 3 May 2026\./);
    assert.match(now, /Wording 1: In force from 12 March 2026 until 3 May 2026\./);
    assert.match((await edda.get('/about-us/versions/1/')).text, /<h1>About us, wording 1<\/h1>.*<em>twice/s);
    assert.match((await edda.get('/about-us/versions/2/')).text, /<del>/);
    assert.equal((await edda.get('/about-us/versions/3/')).status, 404);
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
    await site.store.write((tx) => tx.updateTable('static_pages').set({ source: 'Forged.' }).execute());
    assert.deepEqual(await faultsOf(site), ['The page at /about-us/ does not read as it was last saved.']);
  });

  test('is withdrawn with a note, 410 with all its wordings, and put back', async () => {
    const { site, edda } = await open(engine);
    const desk = await written(edda);
    assert.match((await edda.post(desk, { do: 'withdraw', note: ' ' })).text, /Write a note/);
    await edda.post(desk, { do: 'withdraw', note: 'We are nobody now.' });
    for (const path of ['/about-us/', '/about-us/versions/1/']) {
      const { status, text } = await edda.get(path);
      assert.equal(status, 410);
      assert.match(text, /We are nobody now\./);
      assert.doesNotMatch(text, /twice/);
    }
    assert.doesNotMatch((await edda.get('/sitemap.xml')).text, /about-us/);
    assert.doesNotMatch((await edda.get('/search?q=twice')).text, /about-us/);
    assert.equal((await edda.post(desk, { do: 'withdraw', note: 'Again.' })).status, 409);
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
    await edda.post(desk, { do: 'restore' });
    assert.equal((await edda.get('/about-us/')).status, 200);
    assert.match((await edda.get('/search?q=twice')).text, /about-us/);
    assert.equal((await edda.post(desk, { do: 'restore' })).status, 409);
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
  });
});

/** The fields of the menu’s form, one row for each entry. */
function rows(seen: string, ...entries: [number: string, label: string, target: string, place: string][]) {
  const fields = entries.flatMap(([number, label, target, place], index) =>
    Object.entries({ number, label, target, place }).map(([name, value]) => [`${name}-${index}`, value]),
  );
  return { seen, ...Object.fromEntries(fields) };
}

onBothEngines('the menu', (engine) => {
  async function seenBy(edda: Browser): Promise<string> {
    return /name="seen" value="([^"]*)"/.exec((await edda.get('/desk/menu/')).text)?.[1] ?? '';
  }

  test('stands on every page for readers in the order of its numbers, and follows what moves', async () => {
    const { site, edda } = await open(engine);
    const desk = await written(edda);
    assert.match((await edda.get('/')).text, /<a href="\/archive\/">Archive<\/a>/);
    const sent = rows(
      await seenBy(edda),
      ['2', 'The harbour', '/tag/harbour/', 'masthead'],
      ['1.5', 'Who we are', '/about-us', 'masthead'],
      ['', 'Old papers', 'https://papers.example/a b', 'foot'],
      ['', '', '', 'masthead'],
    );
    assert.equal((await edda.post('/desk/menu/', sent)).location, '/desk/menu/?done=saved');
    for (const path of ['/', '/archive/', '/about-us/']) {
      const { text } = await edda.get(path);
      assert.match(text, /href="\/about-us\/"[^>]*>Who we are<\/a> <a href="\/tag\/harbour\/"/);
      assert.match(text, /<a href="https:\/\/papers\.example\/a%20b">Old papers<\/a>/);
      assert.match(text, /<footer.*href="\/rules\/".*href="\/privacy\/"/s);
      assert.doesNotMatch(text, /<nav class="links"[^>]*>(?:(?!<\/nav>).)*href="\/archive\/"/s);
    }
    const tag = await site.store.read.selectFrom('tags').select('id').executeTakeFirstOrThrow();
    await edda.post(`/desk/tags/${tag.id}/`, { do: 'rename', name: 'Docks' });
    assert.match((await edda.get('/archive/')).text, /<a href="\/tag\/docks\/">The harbour<\/a>/);
    await edda.post(desk, { do: 'withdraw', note: 'Gone.' });
    assert.doesNotMatch((await edda.get('/archive/')).text, /Who we are/);
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
    await site.store.write((tx) => tx.updateTable('menu_entries').set({ label: 'Forged' }).execute());
    assert.deepEqual(await faultsOf(site), ['The menu is not the one that was last saved.']);
  });

  test('is saved by one of many who change it at one moment', async () => {
    const { site, edda } = await open(engine);
    const seen = await seenBy(edda);
    const save = (place: string, index: number) =>
      edda.post('/desk/menu/', rows(seen, ['1', `Entry ${index}`, '/archive/', place]));
    const places = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 'masthead' : 'foot'));
    const saved = await Promise.all(places.map(save));
    assert.deepEqual(saved.map(({ status }) => status).sort(), [303, ...Array(11).fill(409)]);
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
  });

  test('leads nowhere that is not there, takes no script, and is not saved over somebody else’s', async () => {
    const { edda } = await open(engine);
    const seen = await seenBy(edda);
    for (const target of [
      '/nothing/',
      'javascript:alert(1)',
      'http://plain.example/',
      '//evil.example/',
      '/tag/no/',
    ]) {
      const { status, text } = await edda.post('/desk/menu/', rows(seen, ['1', 'There', target, 'masthead']));
      assert.equal(status, 422, target);
      assert.match(text, /is no page, tag or list here, and no https address/);
      assert.ok(text.includes(`value="${target}"`));
    }
    const half = await edda.post('/desk/menu/', rows(seen, ['1', '', '/archive/', 'masthead']));
    assert.equal(half.status, 422);
    assert.match(half.text, /Give the entry a label/);
    const list = rows(seen, ['1', 'All', '/archive/', 'masthead']);
    assert.equal((await edda.post('/desk/menu/', list)).status, 303);
    const stale = await edda.post('/desk/menu/', rows(seen, ['1', 'Mine', '/tags/', 'masthead']));
    assert.equal(stale.status, 409);
    assert.match(stale.text, /value="Mine"/);
    const emptied = rows(await seenBy(edda), ['1', '', '', 'masthead']);
    assert.equal((await edda.post('/desk/menu/', emptied)).status, 303);
    assert.match((await edda.get('/')).text, /href="\/corrections\/"/);
  });
});
