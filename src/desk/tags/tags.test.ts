import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample } from '../../../test/support/publish.ts';
import { articleInput } from '../../articles/article.ts';
import { readEditable } from '../../articles/queries.ts';
import { editArticle, writeArticle } from '../../articles/save-article.ts';
import { introduceTag } from '../../articles/tags/introduce-tag.ts';
import { renameTag } from '../../articles/tags/rename-tag.ts';
import { faultsOf } from '../../audit/fixtures.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import type { EngineName } from '../../store/migrations/statements.ts';
import { createSiteWeb } from '../../web-app.ts';
import { type Desk, openDesk, signedIn } from '../fixtures.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };

/** A whole site with published articles under these tags, and an editor who is signed in. */
async function open(engine: EngineName, ...articles: string[]) {
  const { site } = await openDesk(engine);
  const desk: Desk = { site, web: createSiteWeb(site) };
  const published = [];
  for (const [index, tags] of articles.entries())
    published.push(await publishSample(site, { title: `Piece ${index + 1}`, tags }));
  const edda = await signedIn(desk, 'editor');
  const idOf = async (slug: string) => {
    const row = await site.store.read
      .selectFrom('tags')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirst();
    return row?.id ?? '';
  };
  const act = async (slug: string, fields: Record<string, string>) =>
    edda.post(`/desk/tags/${await idOf(slug)}/`, fields);
  return { desk, site, edda, published, idOf, act };
}

onBothEngines('a tag', (engine) => {
  test('is renamed: its old address, pages and feeds lead to the new ones', async () => {
    const { edda, act, site, published } = await open(engine, 'Harbor, Tolls');
    const path = published[0]?.path ?? '';
    assert.match((await edda.get(path)).text, /Harbor/);
    const renamed = await act('harbor', { do: 'rename', name: 'The Harbour' });
    assert.equal(renamed.status, 303);
    for (const below of ['', 'page/2/', 'feed/', 'feed/atom/', 'feed.json']) {
      const { status, location } = await edda.get(`/tag/harbor/${below}`);
      assert.deepEqual([status, location], [301, `/tag/the-harbour/${below}`]);
    }
    assert.equal((await edda.get('/tag/the-harbour/')).status, 200);
    const article = (await edda.get(path)).text;
    assert.match(article, /The Harbour/);
    assert.doesNotMatch(article, /Harbor\b/);
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
    const back = await act('the-harbour', { do: 'rename', name: 'Harbor' });
    assert.equal(back.status, 303);
    assert.equal((await edda.get('/tag/harbor/')).status, 200);
    assert.equal((await edda.get('/tag/the-harbour/')).location, '/tag/harbor/');
  });

  test('is not given the name of another: merging is offered, with everything typed', async () => {
    const { act } = await open(engine, 'Bus, Buses');
    const clash = await act('bus', { do: 'rename', name: 'buses' });
    assert.equal(clash.status, 409);
    assert.match(clash.text, /The tag “Buses” has this name, or once had it\. Merge this tag into it/);
    assert.match(clash.text, /name="into" [^>]*value="buses"/);
    for (const [name, why] of [
      ['', /Give the tag a name/],
      ['a, b', /no comma or semicolon/],
      ['x'.repeat(101), /longer than 100 characters/],
      ['Bus', /That is its name already/],
    ] as const) {
      const { status, text } = await act('bus', { do: 'rename', name });
      assert.equal(status, 422);
      assert.match(text, why);
      assert.ok(text.includes(`value="${name}"`));
    }
  });

  test('is merged into another: articles have that one, once, and all addresses lead there', async () => {
    const { site, edda, act, idOf, published } = await open(
      engine,
      'Omnibus',
      'Bus, Buses',
      'Omnibus, Buses',
    );
    await act('omnibus', { do: 'rename', name: 'Bus lines' });
    const stays = await idOf('buses');
    for (const slug of ['bus-lines', 'bus'])
      assert.equal(
        (await act(slug, { do: 'merge', into: ' Buses' })).location,
        `/desk/tags/${stays}/?done=merged`,
      );
    for (const old of ['omnibus', 'bus-lines', 'bus'])
      assert.equal((await edda.get(`/tag/${old}/`)).location, '/tag/buses/');
    for (const { id } of published)
      assert.deepEqual((await readEditable(site.store.read, id))?.tags, ['Buses']);
    assert.match((await edda.get('/tag/buses/')).text, /3 articles/);
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
    assert.equal((await act('buses', { do: 'merge', into: 'omnibus' })).status, 422, 'into itself');
    const nobody = await act('buses', { do: 'merge', into: 'Trams' });
    assert.equal(nobody.status, 422);
    assert.match(nobody.text, /No tag has that name/);
    assert.match(nobody.text, /value="Trams"/);
  });

  test('is meant by its former names on an article’s form', async () => {
    const { site, act } = await open(engine, 'Bus', 'Buses');
    await act('bus', { do: 'merge', into: 'Buses' });
    const id = await writeArticle(
      site,
      articleInput.parse({ title: 'Late again', body: 'It was late.', tags: 'bus, BUSES' }),
    );
    assert.deepEqual((await readEditable(site.store.read, id))?.tags, ['Buses']);
    const tags = await site.store.read.selectFrom('tags').select('name').execute();
    assert.deepEqual(
      tags.map(({ name }) => name),
      ['Buses'],
    );
  });

  test('that is renamed while articles get it under its old name is still one', async () => {
    const { site, published, idOf } = await open(engine, 'Harbor', 'Tolls');
    const ids = published.map(({ id }) => id);
    for (const [index, name] of ['Harbour', 'Docks', 'Quays', 'Piers'].entries()) {
      const before = ['Harbor', 'Harbour', 'Docks', 'Quays'][index] ?? '';
      const input = articleInput.parse({ title: `Piece ${index}`, body: 'Words.', tags: `Tolls, ${before}` });
      const id = await idOf(before.toLowerCase());
      const writing = Array.from({ length: 12 }, () => writeArticle(site, input));
      const renaming = renameTag(site, editor, { id, name });
      const editing = ids.map((each) => editArticle(site, editor, { id: each, input }));
      await Promise.all([...writing, renaming, ...editing]);
    }
    const both = await site.store.read
      .selectFrom('tags')
      .innerJoin('tag_former_slugs', 'tag_former_slugs.slug', 'tags.slug')
      .select('tags.slug')
      .execute();
    assert.deepEqual(both, [], 'no slug is both a tag’s own and one that leads to another');
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
  });

  test('has an introduction on its page and in its feed, cleaned, until it is taken away', async () => {
    const { site, edda, act } = await open(engine, 'Tolls');
    const introduction = 'All about *tolls*. <script>alert(1)</script>';
    assert.equal((await act('tolls', { do: 'introduce', introduction, seen: '' })).status, 303);
    const page = (await edda.get('/tag/tolls/')).text;
    assert.match(page, /All about <em>tolls<\/em>\./);
    assert.doesNotMatch(page, /alert/);
    assert.match((await edda.get('/tag/tolls/feed/')).text, /<description>All about tolls\.<\/description>/);
    const stale = await act('tolls', { do: 'introduce', introduction: 'Mine', seen: '' });
    assert.equal(stale.status, 409);
    assert.match(stale.text, />\s*Mine</);
    await act('tolls', { do: 'introduce', introduction: '', seen: introduction });
    assert.doesNotMatch((await edda.get('/tag/tolls/')).text, /All about/);
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
  });

  test('is deleted when nothing has it, drafts among them', async () => {
    const { site, edda, act, published } = await open(engine, 'Tolls');
    assert.equal((await act('tolls', { do: 'delete' })).status, 409);
    const input = articleInput.parse({ title: 'Piece 1', body: 'It has not moved.' });
    granted(await editArticle(site, editor, { id: published[0]?.id ?? '', input }));
    assert.equal((await act('tolls', { do: 'delete' })).location, '/desk/tags/?done=deleted');
    assert.match((await edda.get('/desk/tags/?done=deleted')).text, /No article has a tag yet/);
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
  });

  test('that was changed by hand is found by the check', async () => {
    const { site, idOf } = await open(engine, 'Bus');
    const id = await idOf('bus');
    granted(await renameTag(site, editor, { id, name: 'Buses' }));
    granted(await introduceTag(site, editor, { id, text: 'Of buses.', seen: '' }));
    await sequenceEntries(site);
    await site.store.write((tx) => tx.updateTable('tags').set({ name: 'Coaches' }).execute());
    await site.store.write((tx) => tx.updateTable('tag_introductions').set({ source: 'Mine.' }).execute());
    assert.deepEqual(await faultsOf(site), [
      'The tag at /tag/buses/ does not have the name that it was last given.',
      'The introduction at /tag/buses/ does not read as it was last saved.',
    ]);
  });

  test('is found among many by words of its name, accents or not, a hundred to a page', async () => {
    const { site, edda } = await open(engine, 'Café Séance, 100% wool');
    const many = Array.from({ length: 240 }, (_, index) => ({
      ...{ id: `01957f00-0000-7000-8000-${String(index).padStart(12, '0')}` },
      ...{ name: `Ward ${index}`, slug: `ward-${index}` },
    }));
    await site.store.write((tx) => tx.insertInto('tags').values(many).execute());
    assert.match((await edda.get('/desk/tags/')).text, /Page 1 of 3/);
    assert.match((await edda.get('/desk/tags/?page=99')).text, /Page 3 of 3/);
    for (const [query, found] of [
      ['seance', 'Café Séance'],
      ['100%', '100% wool'],
      ['WARD 23', 'Ward 239'],
    ] as const)
      assert.ok(
        (await edda.get(`/desk/tags/?q=${encodeURIComponent(query)}`)).text.includes(`<b>${found}</b>`),
      );
    assert.match((await edda.get('/desk/tags/?q=zeppelin')).text, /No tag has “zeppelin” in its name/);
    assert.match((await edda.get('/desk/tags/?q=seance')).text, /1 published article, 0 others/);
  });
});
