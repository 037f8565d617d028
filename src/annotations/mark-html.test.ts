import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CleanHtml, cleanHtml } from '../lib/clean-html.ts';
import { paragraphsIn } from './html-text.ts';
import { type Mark, markHtml } from './mark-html.ts';

const link = (paragraph: number, from: number, to: number): Mark => ({
  ...{ stretch: { paragraph, from, to }, tagName: 'a' },
  properties: { className: ['q'], href: '#there' },
});
const marked = (source: string, ...marks: Mark[]) => markHtml(cleanHtml(source, 'article'), marks);
const whole = (html: CleanHtml, words: string, tagName: 'a' | 'span' = 'a'): Mark => {
  const paragraph = paragraphsIn(html).findIndex((text) => text.includes(words));
  const from = paragraphsIn(html)[paragraph]?.indexOf(words) ?? 0;
  return { ...link(paragraph, from, from + words.length), tagName };
};

test('paragraphs are the words of the page: white space folded, blockquotes told, marks of notes left out', () => {
  const html = cleanHtml(
    '<p>One  <em>two</em>\n three<br>four &amp; &lt;five&gt;</p><blockquote><p>Six</p><p>seven</p></blockquote><ul><li>eight<ul><li>nine</li></ul>ten</li></ul><table><tr><td>a</td><td>b</td></tr></table>',
    'article',
  );
  assert.deepEqual(paragraphsIn(html), [
    ...['One two three four & <five>', '> Six', '> seven', 'eight', 'nine', 'ten', 'a', 'b'],
  ]);
});

test('a mark goes around whole elements, is divided where it would cross one, and no link is put around a link', () => {
  const html = cleanHtml('<p>One <em>two three</em> four <a href="/x/">five</a> six</p>', 'article');
  const on = (words: string) => markHtml(html, [whole(html, words)]).replaceAll(' href="#there"', '');
  assert.match(on('One two three four'), /<p><a class="q">One <em>two three<\/em> four<\/a> <a href/);
  assert.match(on('three four'), /<em>two <a class="q">three<\/a><\/em><a class="q"> four<\/a> <a href/);
  assert.match(on('One two'), /<a class="q">One <\/a><em><a class="q">two<\/a> three<\/em>/);
  assert.match(on('four five six'), /<a class="q">four <\/a><a href="\/x\/">five<\/a><a class="q"> six<\/a>/);
  assert.equal(on('five'), html, 'a link stays the link that it is');
  const passage = markHtml(html, [whole(html, 'four five six', 'span')]);
  assert.match(passage, /<span class="q" href="#there">four <a href="\/x\/">five<\/a> six<\/span>/);
});

test('signs that HTML writes in its own way count as one letter', () => {
  assert.match(
    marked('<p>Tar &amp; feather &lt;now&gt;</p>', link(0, 0, 5)),
    /<a [^>]*>Tar &#x26;<\/a> feather/,
  );
  assert.match(marked('<p>Tar &amp; feather</p>', link(0, 6, 13)), /&#x26; <a [^>]*>feather<\/a>/);
});

test('of marks that overlap the first is drawn, and one that is nowhere is not', () => {
  const html = marked(
    '<p>One two three four</p>',
    link(0, 4, 13),
    link(0, 8, 18),
    link(0, 90, 99),
    link(7, 0, 3),
  );
  assert.equal(html, '<p>One <a class="q" href="#there">two three</a> four</p>');
});

test('whatever is marked, the words and the elements of a text stay as they were', () => {
  const inline = fc.constantFrom(
    ...[
      'one two ',
      '<em>three</em> ',
      '<strong>four <em>five</em></strong>',
      '<a href="https://x.example/">six</a>',
    ],
    ...['<br>', ' &amp; ', '“seven eight” ', '<a href="/y/"><em>nine</em> ten</a>', ' 𝒳 '],
  );
  const block = fc
    .tuple(fc.constantFrom('p', 'blockquote', 'li', 'h2'), fc.array(inline, { minLength: 1, maxLength: 8 }))
    .map(([name, parts]) => `<${name}>${parts.join('')}</${name}>`);
  const mark = fc
    .record({
      paragraph: fc.nat(4),
      from: fc.nat(30),
      length: fc.nat(30),
      tagName: fc.constantFrom('a' as const, 'span' as const),
    })
    .map(({ paragraph, from, length, tagName }): Mark => {
      const properties = { className: ['ours'], ...(tagName === 'a' ? { href: '#there' } : {}) };
      return { stretch: { paragraph, from, to: from + length }, tagName, properties };
    });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), fc.array(mark, { maxLength: 5 }), (blocks, marks) => {
      const html = cleanHtml(blocks.join('\n'), 'article');
      const drawn = markHtml(html, marks);
      const without = unmarked(drawn);
      assert.equal(without, html);
      assert.deepEqual(paragraphsIn(drawn), paragraphsIn(html));
      assert.equal(cleanHtml(without, 'article'), html, 'it is as clean as it was');
      assert.doesNotMatch(drawn, /<a [^>]*>(?:(?!<\/a>).)*<a /s);
    }),
    { numRuns: 500 },
  );
});

/** Takes our elements out again, each with the end tag that belongs to it: elements must nest. */
function unmarked(html: string): string {
  const open: { name: string; isOurs: boolean }[] = [];
  return html.replace(/<(\/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>/g, (written, closes, name, attributes) => {
    if (name === 'br' || name === 'hr') return written;
    if (closes === '') open.push({ name, isOurs: attributes.includes('ours') });
    const last = closes === '' ? open.at(-1) : open.pop();
    assert.equal(last?.name, name, html);
    return last?.isOurs ? '' : written;
  });
}
