import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanHtml } from './clean-html.ts';
import { markdownToHtml } from './markdown.ts';
import { picturesOf, replacePictures } from './picture-elements.ts';

const id = '01957f00-0000-7000-8000-000000000001';
const src = `/pictures/${id}`;
const clean = (html: string) => cleanHtml(html, 'article');

test('an article keeps a picture of the publication with its text, and nothing else of it', () => {
  const html = `<figure><img class="x" onerror="alert(1)" alt="A bridge" style="a" srcset="x 2x" src="${src}"><figcaption>Open <small>Ann Osei</small></figcaption></figure>`;
  assert.equal(
    clean(html),
    `<figure>\n<img src="${src}" alt="A bridge">\n<figcaption>Open <small>Ann Osei</small></figcaption>\n</figure>`,
  );
  const alone = (img: string) => `<figure>\n${img}\n</figure>`;
  for (const [given, kept] of [
    [`role="presentation" alt="" src="${src}"`, `src="${src}" alt="" role="presentation"`],
    [`role="presentation" alt="A bridge" src="${src}"`, `src="${src}" alt="A bridge"`],
    [`role="button" alt="" src="${src}"`, `src="${src}" alt=""`],
    [`src="${src}"`, `src="${src}"`],
  ]) {
    assert.equal(clean(`<img ${given}>`), alone(`<img ${kept}>`));
    assert.equal(clean(`<p><img ${given}></p>`), alone(`<img ${kept}>`));
  }
});

test('a picture of another host, or at any other address, is taken out', () => {
  const addresses = [
    'https://elsewhere.example/a.png',
    `//elsewhere.example${src}`,
    `https://ledger.example${src}`,
    `${src}/`,
    `${src}?x`,
    ` ${src}x`,
    src.toUpperCase(),
    `/pictures/../${id}`,
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    '',
  ];
  for (const address of addresses)
    assert.equal(clean(`<p>a<img src="${address}" alt="x">b</p>`), '<p>ab</p>', address);
  assert.equal(clean('<p>a<img alt="x">b</p>'), '<p>ab</p>');
});

test('a reader’s response shows no picture at all', () => {
  assert.equal(cleanHtml(`<p>a<img src="${src}" alt="x"></p>`, 'comment'), '<p>a</p>');
  assert.doesNotMatch(markdownToHtml(`![x](${src})`, 'comment'), /<img/);
});

test('a Markdown picture alone in its paragraph is a figure, its title the caption and the credit', () => {
  assert.equal(
    markdownToHtml(`Before.\n\n![A bridge](${src} "It is open | Photo: Ann Osei")\n\nAfter.`, 'article'),
    `<p>Before.</p>\n<figure>\n<img src="${src}" alt="A bridge">\n<figcaption>It is open <small>Photo: Ann Osei</small></figcaption>\n</figure>\n<p>After.</p>`,
  );
  assert.equal(
    markdownToHtml(`![A bridge](${src})`, 'article'),
    `<figure>\n<img src="${src}" alt="A bridge">\n</figure>`,
  );
  assert.equal(
    markdownToHtml(`![A bridge](${src} "Open")`, 'article'),
    `<figure>\n<img src="${src}" alt="A bridge">\n<figcaption>Open</figcaption>\n</figure>`,
  );
  assert.equal(markdownToHtml('![A bridge](https://elsewhere.example/a.png)', 'article'), '');
});

test('the pictures of clean HTML are found whatever their text holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
      const html = clean(`<p>x</p><img src="${src}" alt="${escaped}"><p>y</p>`);
      const [found, ...more] = picturesOf(html);
      assert.equal(found?.id, id);
      assert.deepEqual(more, []);
      assert.equal(
        clean(`<img src="${src}" alt="${found?.alt}">`),
        html.slice('<p>x</p>\n'.length, -'\n<p>y</p>'.length),
      );
      assert.equal(
        replacePictures(html, () => 'P'),
        '<p>x</p>\n<figure>\nP\n</figure>\n<p>y</p>',
      );
    }),
    { numRuns: 2000 },
  );
});
