import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { articleIn, openDesk, signedIn } from '../desk/fixtures.ts';
import { createSiteWeb } from '../web-app.ts';

onBothEngines('a link to a preview', (engine) => {
  const open = async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const { app } = createSiteWeb(desk.site);
    const id = await articleIn(desk, 'draft');
    const make = async (hours: string) => {
      const { text } = await editor.post(`/desk/articles/${id}/preview-links/`, { hours });
      return /https:\/\/ledger\.example(\/preview\/[\w-]{43}\/)/.exec(text)?.[1] ?? '';
    };
    return { desk, editor, id, make, read: async (path: string) => app.request(path) };
  };

  test('shows the article as it stands to whoever has it, and to no search engine or cache', async () => {
    const { desk, make, read } = await open();
    const path = await make('24');
    const page = await read(path);
    assert.equal(page.status, 200);
    assert.equal(page.headers.get('cache-control'), 'no-store');
    assert.equal(page.headers.get('x-robots-tag'), 'noindex');
    const text = await page.text();
    assert.match(text, /A preview: this is not published/);
    assert.match(text, /The board met at six\./);
    assert.match(text, /name="robots" content="noindex"/);
    assert.doesNotMatch(text, /<textarea/);
    const kept = await desk.site.store.read.selectFrom('article_previews').selectAll().execute();
    assert.doesNotMatch(
      JSON.stringify(kept),
      new RegExp(path.split('/')[2] ?? 'none'),
      'only its hash is kept',
    );
    assert.equal((await read(path.replace(/.\/$/, '-/'))).status, 404);
  });

  test('ends by itself and by hand, with a sentence', async () => {
    const { desk, editor, id, make, read } = await open();
    const [short, long] = [await make('1'), await make('336')];
    desk.site.clock.pass(3_600_000);
    const over = await read(short);
    assert.equal(over.status, 410);
    assert.match(await over.text(), /This link to a preview has ended\./);
    assert.equal((await read(long)).status, 200);
    const page = (await editor.get(`/desk/articles/${id}/publishing/`)).text;
    const preview = /name="preview" value="([\w-]+)"/.exec(page)?.[1] ?? '';
    assert.equal((await editor.post(`/desk/articles/${id}/preview-links/end/`, { preview })).status, 303);
    assert.equal((await read(long)).status, 410);
    assert.equal((await editor.post(`/desk/articles/${id}/preview-links/end/`, { preview })).status, 409);
    assert.equal((await editor.post(`/desk/articles/${id}/preview-links/`, { hours: '9999' })).status, 422);
  });
});
