import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { readArticle } from '../../articles/queries.ts';
import { stages } from '../../staff/permissions.ts';
import { articleIn, openDesk, publish, signedIn } from '../fixtures.ts';

const words = { draft: 'Draft', 'in-review': 'In review', scheduled: 'Scheduled' } as const;
const after = { published: 'Published', withdrawn: 'Withdrawn' } as const;

onBothEngines('an article’s publishing page', (engine) => {
  test('says where the article stands and leads to its other pages and back', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    for (const stage of stages) {
      const id = await articleIn(desk, stage);
      const { text, status } = await editor.get(`/desk/articles/${id}/publishing/`);
      assert.equal(status, 200);
      assert.match(text, new RegExp(`<b>${{ ...words, ...after }[stage]}</b>, last saved`));
      assert.ok(text.includes(`<a href="/desk/articles/${id}/">Text</a>`));
      const form = await editor.get(`/desk/articles/${id}/`);
      assert.ok(form.text.includes(`<a href="/desk/articles/${id}/publishing/">Publishing</a>`));
      assert.match(form.text, new RegExp(`<a href="/desk/articles/${id}/" aria-current="page">Text</a>`));
    }
  });

  test('withdraws it with a reason and a note, and puts it back', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const author = await signedIn(desk, 'author');
    const { id, path } = await publish(desk, 'Bridge toll');
    const withdraw = `/desk/articles/${id}/withdraw/`;
    assert.equal((await author.post(withdraw, { reason: 'wrong', 'public-note': 'No.' })).status, 403);
    const silent = await editor.post(withdraw, { reason: '', 'public-note': 'The figures were wrong.' });
    assert.equal(silent.status, 422);
    assert.match(silent.text, /<a href="#f-reason">Choose why it is withdrawn\.<\/a>/);
    assert.match(silent.text, /The figures were wrong\./);
    const done = await editor.post(withdraw, { reason: 'wrong', 'public-note': 'The figures were wrong.' });
    const page = await editor.get(done.location ?? '');
    assert.match(page.text, /role="status">Withdrawn\. Readers find the note/);
    assert.match(page.text, /<bdi>Edda Rees<\/bdi>\. It is wrong in substance\./);
    assert.match(page.text, /<bdi>The figures were wrong\.<\/bdi>/);
    assert.equal((await editor.post(withdraw, { reason: 'wrong', 'public-note': 'No.' })).status, 403);
    await editor.post(`/desk/articles/${id}/restore/`);
    assert.equal((await readArticle(desk.site.store.read, { id }))?.path, path);
  });

  test('gives it another address, and refuses one that is taken with one that is free', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const { id, path } = await publish(desk, 'Bridge toll');
    const other = await publish(desk, 'Ferry fares');
    const taken = await editor.post(`/desk/articles/${id}/move/`, { path, slug: 'ferry fares' });
    assert.equal(taken.status, 422);
    assert.match(taken.text, /<a href="#f-slug">Another article is or was at .* Free is ferry-fares-2\./);
    assert.match(taken.text, /id="f-slug"[^>]* value="ferry fares"/);
    assert.equal((await editor.post(`/desk/articles/${id}/move/`, { path, slug: 'Tolls' })).status, 303);
    const { text } = await editor.get(`/desk/articles/${id}/publishing/`);
    assert.match(text, /It stands at <span class="address">\/2026\/03\/12\/tolls\/</);
    assert.ok(text.includes(`<li class="address">${path}</li>`));
    assert.notEqual(other.path, path);
  });
});
