import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { articleInput } from '../../articles/article.ts';
import { readEditable } from '../../articles/queries.ts';
import { writeArticle } from '../../articles/save-article.ts';
import { forgetWorkingCopies } from '../../articles/working-copies.ts';
import { type Desk, openDesk, publish, signedIn } from '../fixtures.ts';

const body = 'One.\n\nTwo.\n\nThree.';
const field = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

async function draft({ site }: Desk): Promise<{ id: string; address: string }> {
  const id = await writeArticle(site, articleInput.parse({ title: 'Bridge toll', body }));
  site.clock.pass(60_000);
  return { id, address: `/desk/articles/${id}/` };
}

const article = ({ site }: Desk, id: string) => readEditable(site.store.read, id);

onBothEngines('words that are not saved', (engine) => {
  test('are kept beside the article, which they do not change, and offered to whoever wrote them', async () => {
    const desk = await openDesk(engine);
    const { id } = await publish(desk, 'Bridge toll');
    const address = `/desk/articles/${id}/`;
    const editor = await signedIn(desk, 'editor');
    const before = await article(desk, id);
    const opened = (await editor.get(address)).text;
    const [copyId, updatedAt] = [field(opened, 'copyId'), field(opened, 'updatedAt')];
    const typed = {
      title: 'Bridge toll',
      body: 'The board met at seven.',
      byline: 'Imogen Thrale',
      format: 'markdown',
    };
    const sent = await editor.post(`${address}working-copy/`, { ...typed, copyId, updatedAt, do: 'keep' });
    assert.equal(sent.status, 200);
    assert.equal(JSON.parse(sent.text).differs, true);
    assert.deepEqual(await article(desk, id), before);
    const owner = await signedIn(desk, 'owner');
    assert.doesNotMatch((await owner.get(address)).text, /words that were not saved/);
    assert.doesNotMatch(
      (await owner.get(`${address}?copy=${copyId}`)).text,
      /met at seven/,
      'a copy is its writer’s',
    );
    const offered = (await editor.get(address)).text;
    assert.match(offered, /You have words that were not saved/);
    assert.doesNotMatch(offered, /met at seven/);
    const taken = (await editor.get(`${address}?copy=${copyId}`)).text;
    assert.match(taken, /met at seven/);
    assert.equal(field(taken, 'tookUp'), copyId);
    desk.site.clock.pass(60_000);
    const saving = { ...typed, updatedAt, copyId: field(taken, 'copyId'), tookUp: copyId, do: 'save' };
    assert.equal((await editor.post(address, saving)).status, 303);
    assert.match((await article(desk, id))?.html ?? '', /met at seven/);
    assert.doesNotMatch((await editor.get(address)).text, /words that were not saved/);
  });

  test('can be thrown away, are forgotten after half a year, and are nobody else’s to write over', async () => {
    const desk = await openDesk(engine);
    const { id, address } = await draft(desk);
    const [editor, author] = [await signedIn(desk, 'editor'), await signedIn(desk, 'author')];
    const copyId = field((await editor.get(address)).text, 'copyId');
    const keep = { title: 'Mine', body: 'Mine.', copyId, do: 'keep' };
    await editor.post(`${address}working-copy/`, keep);
    assert.equal((await author.post(`${address}working-copy/`, { ...keep, body: 'Theirs.' })).status, 422);
    await author.post(`${address}working-copy/`, { copyId, do: 'drop' });
    assert.match((await editor.get(`${address}?copy=${copyId}`)).text, /Mine\./);
    assert.equal((await editor.post(`${address}working-copy/`, { copyId, do: 'drop' })).location, address);
    assert.match((await editor.get(`${address}?copy=${copyId}`)).text, /no longer kept/);
    await editor.post(`${address}working-copy/`, keep);
    desk.site.clock.pass(190 * 86_400_000);
    await forgetWorkingCopies(desk.site);
    assert.equal((await desk.site.store.read.selectFrom('working_copies').select('id').execute()).length, 0);
    assert.equal((await editor.post(`${address}working-copy/`, { do: 'keep' })).status, 422);
    assert.equal((await article(desk, id))?.title, 'Bridge toll');
  });

  test('of an article that was never saved are offered where a new one is begun', async () => {
    const desk = await openDesk(engine);
    const author = await signedIn(desk, 'author');
    const blank = (await author.get('/desk/articles/new/')).text;
    const [copyId, newId] = [field(blank, 'copyId'), field(blank, 'newId')];
    const typed = { title: 'Half an article', body: 'So far.', copyId, newId };
    assert.equal(
      (await author.post('/desk/articles/new/working-copy/', { ...typed, do: 'keep' })).status,
      200,
    );
    const offered = (await author.get('/desk/articles/new/')).text;
    assert.match(offered, /never saved as an article[\s\S]*Half an article/);
    const taken = (await author.get(`/desk/articles/new/?copy=${copyId}`)).text;
    assert.match(taken, /So far\./);
    assert.equal(field(taken, 'newId'), newId, 'sent twice, it makes one article');
    const saved = await author.post('/desk/articles/new/', { ...typed, tookUp: copyId, do: 'save' });
    assert.equal(saved.location, `/desk/articles/${newId}/?done=saved`);
    assert.doesNotMatch((await author.get('/desk/articles/new/')).text, /never saved/);
  });

  test('who has an article open is said to the others, while they have', async () => {
    const desk = await openDesk(engine);
    const { address } = await draft(desk);
    const [editor, author] = [await signedIn(desk, 'editor'), await signedIn(desk, 'author')];
    const copyId = field((await author.get(address)).text, 'copyId');
    const said = async () =>
      (await editor.get(address)).text.match(/Imogen Thrale has it open since/)?.length ?? 0;
    assert.equal(await said(), 0);
    await author.post(`${address}working-copy/`, { copyId, do: 'seen' });
    assert.equal(await said(), 1);
    desk.site.clock.pass(80_000);
    assert.equal(await said(), 0);
    await author.post(`${address}working-copy/`, { copyId, do: 'seen' });
    await author.post(`${address}working-copy/`, { copyId, do: 'left' });
    assert.equal(await said(), 0);
  });
});

onBothEngines('a stale version', (engine) => {
  test('is merged paragraph by paragraph, and saved without scripts', async () => {
    const desk = await openDesk(engine);
    const { id, address } = await draft(desk);
    const [editor, author] = [await signedIn(desk, 'editor'), await signedIn(desk, 'author')];
    const updatedAt = field((await author.get(address)).text, 'updatedAt');
    const base = { title: 'Bridge toll', format: 'markdown', tags: '', updatedAt, do: 'save' };
    await editor.post(address, {
      ...base,
      body: 'One of theirs.[^1]\n\nTwo.\n\nThree.\n\n[^1]: Their note.',
      tags: 'Tolls',
    });
    desk.site.clock.pass(60_000);
    const mine = {
      ...base,
      title: 'Bridge toll refused',
      body: 'One.\n\nTwo.\n\nThree of mine.[^1]\n\n[^1]: My note.',
    };
    const stale = await author.post(address, mine);
    assert.equal(stale.status, 409);
    assert.match(stale.text, /does not meet: it is merged below/);
    const over = field(stale.text, 'over');
    const saved = await author.post(address, { ...mine, over, do: 'merge-save' });
    assert.equal(saved.status, 303);
    const merged = await article(desk, id);
    assert.equal(
      merged?.html,
      '<p>One of theirs.<a class="fn" id="ref-1" href="#note-1">[1]</a></p>\n<p>Two.</p>\n<p>Three of mine.<a class="fn" id="ref-2" href="#note-2">[2]</a></p>\n<section class="notes">\n<p id="note-1"><a href="#ref-1">[1]</a> Their note.</p>\n<p id="note-2"><a href="#ref-2">[2]</a> My note.</p>\n</section>',
    );
    assert.deepEqual([merged?.title, merged?.tags], ['Bridge toll refused', ['Tolls']]);
  });

  test('where both changed one place, both are shown, a choice is asked for, and each choice is what is saved', async () => {
    for (const side of ['mine', 'theirs', 'both'] as const) {
      const desk = await openDesk(engine);
      const { id, address } = await draft(desk);
      const [editor, author] = [await signedIn(desk, 'editor'), await signedIn(desk, 'author')];
      const updatedAt = field((await author.get(address)).text, 'updatedAt');
      const base = { format: 'markdown', updatedAt, do: 'save' };
      await editor.post(address, { ...base, title: 'Theirs', body: 'One.\n\nTwo by them.\n\nThree.' });
      desk.site.clock.pass(60_000);
      const mine = { ...base, title: 'Mine', body: 'One.\n\nTwo by me.\n\nThree.' };
      const stale = await author.post(address, mine);
      for (const words of ['Two by them.', 'Two by me.', 'Theirs', 'Mine'])
        assert.ok(stale.text.includes(words), words);
      const over = field(stale.text, 'over');
      const unchosen = await author.post(address, { ...mine, over, do: 'merge-save' });
      assert.equal(unchosen.status, 422);
      assert.match(unchosen.text, /Choose for each place/);
      const choices = { 'choice-title': side === 'both' ? 'mine' : side, 'choice-text-0': side };
      const inForm = await author.post(address, { ...mine, ...choices, over, do: 'merge-edit' });
      assert.equal(inForm.status, 200);
      assert.equal(field(inForm.text, 'updatedAt'), over);
      assert.equal((await article(desk, id))?.title, 'Theirs', 'nothing is saved yet');
      assert.equal((await author.post(address, { ...mine, ...choices, over, do: 'merge-save' })).status, 303);
      const saved = await article(desk, id);
      const middle = { mine: ['Two by me.'], theirs: ['Two by them.'], both: ['Two by them.', 'Two by me.'] }[
        side
      ];
      assert.equal(saved?.html, ['One.', ...middle, 'Three.'].map((text) => `<p>${text}</p>`).join('\n'));
    }
  });

  test('is merged in hundreds of places as in one', async () => {
    const desk = await openDesk(engine);
    const { id, address } = await draft(desk);
    const [editor, author] = [await signedIn(desk, 'editor'), await signedIn(desk, 'author')];
    const text = (by: string) =>
      Array.from({ length: 150 }, (_, at) => `Place ${at} by ${by}.\n\nKept ${at}.`).join('\n\n');
    const save = async (body: string) => {
      desk.site.clock.pass(60_000);
      const updatedAt = field((await editor.get(address)).text, 'updatedAt');
      const fields = { title: 'Tolls', format: 'markdown', body, updatedAt, do: 'save' };
      assert.equal((await editor.post(address, fields)).status, 303);
      return updatedAt;
    };
    await save(text('nobody'));
    const updatedAt = field((await author.get(address)).text, 'updatedAt');
    await save(text('them'));
    const mine = { title: 'Tolls', format: 'markdown', body: text('me'), updatedAt };
    const over = field((await author.post(address, { ...mine, do: 'save' })).text, 'over');
    const choices = Array.from({ length: 150 }, (_, at) => [`choice-text-${at}`, at % 2 ? 'mine' : 'theirs']);
    const answer = await author.post(address, {
      ...mine,
      ...Object.fromEntries(choices),
      over,
      do: 'merge-save',
    });
    assert.equal(answer.status, 303, answer.text.slice(0, 300));
    const words = (await article(desk, id))?.html.match(/by (?:them|me)/g) ?? [];
    assert.deepEqual([words.length, words[0], words[1]], [150, 'by them', 'by me']);
  });

  test('is never saved over a version that came after the merge', async () => {
    const desk = await openDesk(engine);
    const { id, address } = await draft(desk);
    const [editor, author] = [await signedIn(desk, 'editor'), await signedIn(desk, 'author')];
    const updatedAt = field((await author.get(address)).text, 'updatedAt');
    const base = { title: 'Bridge toll', format: 'markdown', do: 'save' };
    await editor.post(address, { ...base, updatedAt, body: 'One by them.\n\nTwo.\n\nThree.' });
    const mine = { ...base, updatedAt, body: 'One.\n\nTwo.\n\nThree by me.' };
    const over = field((await author.post(address, mine)).text, 'over');
    const next = (await article(desk, id))?.updatedAt ?? '';
    await editor.post(address, { ...base, updatedAt: next, body: 'One by them.\n\nTwo by them.\n\nThree.' });
    const again = await author.post(address, { ...mine, over, do: 'merge-save' });
    assert.equal(again.status, 409);
    assert.match(again.text, /Yet another version/);
    const newest = field(again.text, 'over');
    assert.notEqual(newest, over);
    assert.equal((await author.post(address, { ...mine, over: newest, do: 'merge-save' })).status, 303);
    assert.equal(
      (await article(desk, id))?.html,
      '<p>One by them.</p>\n<p>Two by them.</p>\n<p>Three by me.</p>',
    );
  });
});
