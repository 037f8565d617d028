import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openNewsroom, paste, press } from '../../../test/support/newsroom.ts';
import { articleInput } from '../../articles/article.ts';
import { readEditable } from '../../articles/queries.ts';
import { writeArticle } from '../../articles/save-article.ts';

/** Shapes that have got through other cleaners: handlers, addresses, mutations, namespaces, templates. */
const hostile = [
  '<img src=x onerror="window.ran=1">',
  '<script>window.ran=1</script>',
  '<a href="javascript:window.ran=1">press</a>',
  '<a href="java&#10;script:window.ran=1" class="fn">press</a>',
  '<svg><script>window.ran=1</script></svg><svg onload="window.ran=1">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.ran=1&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=window.ran=1>">',
  '<template><img src=x onerror="window.ran=1"></template>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=window.ran=1>',
  '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '<p id="f-body" name="body" onclick="window.ran=1">x</p><section class="notes"><p id="note-1" onfocus="window.ran=1" tabindex=1 autofocus>n</p></section>',
  '</template><img src=x onerror="window.ran=1">',
  '</textarea><img src=x onerror="window.ran=1">',
  '<blockquote cite="javascript:window.ran=1"><p>q</p><cite onmouseover="window.ran=1">c</cite></blockquote>',
  '<table><caption><img src=x onerror=window.ran=1></caption><tr><td background="javascript:window.ran=1">x</td></tr></table>',
  '<pre><code></code></pre><xmp><img src=x onerror=window.ran=1></xmp>',
];

test('hostile text runs nowhere: editor, paste, preview, merge, unsaved words, with no content policy to help', async (t) => {
  const room = await openNewsroom('sqlite');
  t.after(() => room.close());
  const { site } = room;
  const { page } = await room.enter('editor', { bypassCSP: true });
  const quiet = async (where: string) => {
    await page.mouse.move(300, 300);
    assert.equal(await page.evaluate('window.ran === undefined'), true, where);
  };
  for (const format of ['html', 'markdown']) {
    const body = `Words.\n\n${hostile.join('\n\n')}`;
    const id = await writeArticle(site, articleInput.parse({ title: 'Hostile', body, format }));
    const url = `${room.address}/desk/articles/${id}/`;
    await page.goto(url);
    await page.getByRole('textbox', { name: 'Text', exact: true }).waitFor();
    await quiet(`${format}: editor`);
    for (const html of hostile) await paste(page, `<p>a</p>${html}`);
    await quiet(`${format}: paste`);
    await page.locator('[data-kept]', { hasText: 'Kept on the server' }).waitFor();
    await page.goto(url);
    await page.getByRole('link', { name: 'Take them up' }).first().click();
    await page.getByRole('textbox', { name: 'Text', exact: true }).waitFor();
    await quiet(`${format}: unsaved words`);
    await press(page, 'Preview');
    await page.getByRole('heading', { name: 'Preview' }).waitFor();
    await quiet(`${format}: preview`);
    site.clock.pass(60_000);
    const other = await readEditable(site.store.read, id);
    const raw = {
      title: 'Raw',
      body: `Other.\n\n${hostile.join('\n\n')}`,
      format,
      updatedAt: other?.updatedAt ?? '',
    };
    await page.evaluate(
      `{
        const form = document.createElement('form');
        form.method = 'post';
        form.action = ${JSON.stringify(`/desk/articles/${id}/`)};
        for (const [name, value] of Object.entries(${JSON.stringify({ ...raw, updatedAt: '2026-01-01T00:00:00.000Z', do: 'save' })})) {
          const input = document.createElement('textarea');
          input.name = name;
          input.value = value;
          form.append(input);
        }
        document.body.append(form);
        form.submit();
      }`,
    );
    await page.getByRole('heading', { name: 'Two versions of this article' }).waitFor();
    await quiet(`${format}: merge`);
  }
  assert.deepEqual(
    room.faults.filter((fault) => /dialog opened|ran/.test(fault)),
    [],
  );
});
