import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Allowance, type CleanHtml, cleanHtml } from '../lib/clean-html.ts';
import { citedAddress } from './address.ts';
import { citedLinks, mostLinks } from './cited-links.ts';

const own = 'https://ledger.example';
const links = (html: string, allowance: Allowance = 'article') => citedLinks(cleanHtml(html, allowance), own);

test('an address is one however it is written, and what is none is none', () => {
  const one = [
    'HTTPS://Estuary.example:443/a#part',
    'https://estuary.example/a?',
    'https://estuary.example/b/../a',
  ];
  assert.deepEqual(
    new Set(one.map((text) => citedAddress(text)?.url)),
    new Set(['https://estuary.example/a']),
  );
  assert.notEqual(citedAddress('https://estuary.example/a/')?.url, 'https://estuary.example/a');
  assert.equal(citedAddress('https://estuary.example/??')?.url, 'https://estuary.example/??');
  for (const none of ['', 'x', 'mailto:a@b.example', 'javascript:1', 'ftp://a.example/', '/a', 'https://'])
    assert.equal(citedAddress(none), null, none);
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (text) => {
      const once = citedAddress(text);
      assert.deepEqual(citedAddress(once?.url ?? ''), once);
      assert.doesNotMatch(once?.url ?? '', /#/);
    }),
  );
});

test('a link quotes what is in marks in its paragraph, and the block quotation that it is in or beside', () => {
  const [before, within, after, none] = links(`
    <blockquote><p>The bolts were last renewed in March.</p><p>Nobody will say by whom.</p></blockquote>
    <p>So <a href="https://a.example/">it says</a>, and “another winter is one too many” besides. ‘Two words’.</p>
    <blockquote><p>He wrote that it was so (<a href="https://b.example/">here</a>).</p></blockquote>
    <p>Nothing.</p>
    <p>See <a href="https://c.example/">there</a>:</p>
    <blockquote><p>It was the east side after all.</p></blockquote>
    <p>And <a href="https://d.example/">elsewhere</a> nothing is quoted.</p><ul><li><a href="https://e.example/">e</a></li></ul>`);
  assert.deepEqual(before?.passages, [
    '> The bolts were last renewed in March.',
    '> Nobody will say by whom.',
    '> He wrote that it was so (here).',
    '> another winter is one too many',
  ]);
  assert.deepEqual(within?.passages, ['> He wrote that it was so (here).']);
  assert.deepEqual(after?.passages, ['> It was the east side after all.']);
  assert.equal(none?.url, 'https://d.example/');
});

test('the source of a block quotation is cited; the publication itself, mail and pictures are not', () => {
  const found = links(
    `<blockquote cite="https://a.example/x"><p>It is as it was before.</p></blockquote>
     <p><a href="${own}/2026/03/12/toll/">ours</a> <a href="mailto:a@b.example">mail</a> <a href="/about/">about</a></p>`,
  );
  assert.deepEqual(
    found.map(({ url }) => url),
    ['https://a.example/x'],
  );
  assert.deepEqual(links('<p>http without a link</p>', 'comment'), []);
});

test('of ten thousand links in one text the first five hundred are found, within a second or two', () => {
  const link = (index: number) => `“so it was said” <a href="https://a.example/${index}">x</a>`;
  const all = Array.from({ length: 10_000 }, (_, index) => link(index));
  for (const html of [`<p>${all.join('</p><p>')}</p>`, `<p>${all.join(' ')}</p>`]) {
    const began = performance.now();
    const found = citedLinks(html as CleanHtml, own);
    assert.ok(performance.now() - began < 5_000);
    assert.equal(found.length, mostLinks);
    assert.equal(found.at(-1)?.url, 'https://a.example/499');
  }
});
