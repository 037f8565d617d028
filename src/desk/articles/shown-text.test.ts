import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { articleInput } from '../../articles/article.ts';
import { readEditable } from '../../articles/queries.ts';
import { publishArticle, writeArticle } from '../../articles/save-article.ts';
import { openDesk, signedIn } from '../fixtures.ts';

const source =
  '<p style="x">The committee <em>refused</em> it.<a class="fn" href="#note-1">[1]</a></p><aside class="pull"><p>“You cannot toll a street”</p><cite>Corin Maddle</cite></aside><section class="notes"><p id="note-1">Minutes.</p></section>';
const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

onBothEngines('an article written as HTML', (engine) => {
  test('is Markdown in the plain form; sent back as it was shown, nothing was written', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const written = { title: 'Bridge toll', body: source, format: 'html' };
    const id = await writeArticle(desk.site, articleInput.parse(written));
    await publishArticle(desk.site, { actor: { role: 'editor' }, staffId: null }, id);
    const address = `/desk/articles/${id}/`;
    const page = unescaped((await editor.get(address)).text);
    const body = /<textarea[^>]* name="body"[^>]*>\n([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? '';
    assert.match(body, /^The committee \*refused\* it\.\[\^1\]\n\n<aside class="pull">/);
    assert.match(body, /\n\n\[\^1\]: Minutes\.$/);
    const updatedAt = (await readEditable(desk.site.store.read, id))?.updatedAt ?? '';
    const sent = { title: 'Bridge toll', body: body.replaceAll('\n', '\r\n'), format: 'markdown' };
    desk.site.clock.pass(60_000);
    const saved = await editor.post(address, { ...sent, tags: 'Tolls', do: 'save', updatedAt });
    assert.equal(saved.status, 303);
    const article = await readEditable(desk.site.store.read, id);
    assert.deepEqual([article?.source, article?.format, article?.tags], [source, 'html', ['Tolls']]);
    const revisions = desk.site.store.read.selectFrom('article_revisions').select('number');
    assert.equal((await revisions.execute()).length, 1);
    const changed = { ...sent, body: `${body} Page 4.`, updatedAt: article?.updatedAt ?? '' };
    assert.equal((await editor.post(address, { ...changed, do: 'save' })).status, 303);
    const after = await readEditable(desk.site.store.read, id);
    assert.equal(after?.format, 'markdown');
    assert.match(after?.html ?? '', /<a href="#ref-1">\[1\]<\/a> Minutes\. Page 4\.<\/p>/);
    assert.match(after?.html ?? '', /<aside class="pull">\n<p>“You cannot toll a street”<\/p>\n<cite>/);
    assert.equal((await revisions.execute()).length, 2);
  });
});
