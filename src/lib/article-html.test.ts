import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanHtml, linksOf, textOf } from './clean-html.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { markdownToHtml } from './markdown.ts';

const clean = (source: string) => cleanHtml(source, 'article');
const picture = '/pictures/01957f00-0000-7000-8000-000000000000';

/** Everything that the editor makes: clean HTML by construction, with words that Markdown would take for marks. */
const word = fc.oneof(
  fc.constantFrom(
    'toll',
    'bridge',
    'a*b',
    '_x_',
    '1.',
    '#',
    '> no',
    '`code`',
    '[1]',
    '![',
    '<5',
    '&amp',
    'www.a.example',
  ),
  fc.string({ minLength: 1, maxLength: 8 }),
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((parts) => escaped(parts.join(' ')));
const mark = fc.constantFrom('strong', 'em', 's', 'sub', 'sup', 'code', 'abbr', 'q', 'small');
const marked = fc.tuple(mark, words).map(([name, text]) => `<${name}>${text}</${name}>`);
const link = words.map((text) => `<a href="https://a.example/?b=1&amp;c=(d)">${text}</a>`);
const note = fc.constantFrom('1', '2', '3').map((key) => `<a class="fn" href="#note-${key}">[${key}]</a>`);
const inline = fc
  .array(fc.oneof(words, marked, link, note, fc.constant('<br>')), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(' '));
const paragraph = inline.map((text) => `<p>${text}</p>`);
const list = fc
  .tuple(fc.constantFrom('ul', 'ol'), fc.array(inline, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([name, items, loose]) => {
    const open = loose ? '<li><p>' : '<li>';
    const close = loose ? '</p></li>' : '</li>';
    return `<${name}>${items.map((item) => open + item + close).join('')}</${name}>`;
  });
const table = fc
  .tuple(
    fc.array(fc.array(inline, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([rows, head]) => {
    const row = (cells: string[], name: string) =>
      `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>`;
    return `<table>${rows.map((cells, index) => row(cells, head && index === 0 ? 'th' : 'td')).join('')}</table>`;
  });
const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  list,
  table,
  fc.tuple(fc.constantFrom('h2', 'h3', 'h4'), inline).map(([name, text]) => `<${name}>${text}</${name}>`),
  fc
    .array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 3 })
    .map((all) => `<blockquote>${all.join('')}</blockquote>`),
  fc
    .tuple(paragraph, words)
    .map(([text, who]) => `<blockquote cite="https://a.example/">${text}<cite>${who}</cite></blockquote>`),
  fc.tuple(paragraph, words).map(([text, who]) => `<aside class="pull">${text}<cite>${who}</cite></aside>`),
  fc
    .tuple(words, inline)
    .map(
      ([alt, text]) =>
        `<figure><img src="${picture}" alt="${alt.replaceAll('"', '')}"><figcaption>${text} <small>Ann</small></figcaption></figure>`,
    ),
  fc.constant(`<figure><img src="${picture}" alt="" role="presentation"></figure>`),
  fc.constant('<hr>'),
  words.map((text) => `<pre><code>${text}\n\n  ${text}</code></pre>`),
  link.map((text) => `<p class="card">${text}</p>`),
);
const notes = fc.array(inline, { minLength: 3, maxLength: 3 }).map((all) => {
  const each = all.map(
    (text, index) => `<p id="note-${index + 1}"><a href="#ref-${index + 1}">[${index + 1}]</a> ${text}</p>`,
  );
  return `<section class="notes">${each.join('')}</section>`;
});
const article = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 8 }), notes)
  .map(([all, end]) => clean([...all, end].join('')));

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\p{Cc}/gu, '');
}

test('whatever the editor makes is the same after it has been Markdown', () => {
  fc.assert(
    fc.property(article, (html) => {
      assert.equal(clean(html), html);
      const markdown = htmlToMarkdown(html);
      assert.ok(markdown !== null);
      assert.equal(markdownToHtml(markdown, 'article'), html);
    }),
    { numRuns: 100 },
  );
});

test('Markdown that became HTML and Markdown again says the same', () => {
  const piece = fc.constantFrom(
    ...[
      '# ',
      '## ',
      '- ',
      '1. ',
      '> ',
      '\n',
      '\n\n',
      '    ',
      '**',
      '*',
      '_',
      '`',
      '```\n',
      '[a](https://a.example/)',
    ],
    ...[
      '[^1]',
      '\n\n[^1]: ',
      '| a | b |\n| - | - |\n| 1 | 2 |\n',
      '<b>',
      '</b>',
      '---\n',
      '\\\n',
      'words',
      ' ',
      '<!-- -->',
    ],
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 25 }), (pieces) => {
      const html = markdownToHtml(pieces.join(''), 'article');
      const markdown = htmlToMarkdown(html);
      assert.ok(markdown !== null);
      assert.equal(markdownToHtml(markdown, 'article'), html);
    }),
    { numRuns: 1000 },
  );
});

test('footnotes are numbered in the order of the text, whoever wrote them, and none is lost', () => {
  const wanted =
    '<p>Spent<a class="fn" id="ref-1" href="#note-1">[1]</a> and set aside<a class="fn" id="ref-2" href="#note-2">[2]</a>, again<a class="fn" href="#note-1">[1]</a>.</p>\n' +
    '<section class="notes">\n<p id="note-1"><a href="#ref-1">[1]</a> Accounts.</p>\n' +
    '<p id="note-2"><a href="#ref-2">[2]</a> Minutes.<br>\nPage 4.</p>\n<p id="note-3">Nobody’s.</p>\n</section>';
  const written =
    'Spent[^accounts 2026] and set aside[^m], again[^accounts 2026].\n\n[^m]: Minutes.\n\n    Page 4.\n\n[^lost]: Nobody’s.\n\n[^accounts 2026]: Accounts.';
  assert.equal(markdownToHtml(written.replaceAll('accounts 2026', 'accounts-2026'), 'article'), wanted);
  assert.equal(clean(wanted), wanted);
  assert.equal(textOf(clean(wanted)).split('\n\n').length, 4);
  assert.deepEqual(linksOf(clean(wanted)), [], 'a way to a note is no link to elsewhere');
  assert.equal(clean('<p>A<a class="fn" href="#note-9">[9]</a></p>'), '<p>A</p>');
  assert.equal(clean('<p>A <a class="fn" href="#note-9">whole sentence</a></p>'), '<p>A whole sentence</p>');
});

test('no id but a footnote’s, and no class but ours, comes through', () => {
  const html = clean(
    '<p id="response-1" class="card x" style="color:red">a</p><p id="note-1">b</p><section id="notes" class="x"><p id="note-2">c</p></section><a id="ref-1" class="fn" href="https://a.example/">d</a><aside class="box">e</aside><h2 id="main">f</h2>',
  );
  assert.doesNotMatch(html, /\b(?:id|class|style)=/);
  assert.equal(textOf(html).replace(/\s+/g, ''), 'abcdef');
});

test('a picture is one of ours or none, and its caption stays', () => {
  for (const src of [
    'https://a.example/x.png',
    'data:image/png;base64,AA',
    '/pictures/1',
    `${picture}/../x`,
    `//a.example${picture}`,
    'javascript:1',
  ])
    assert.equal(
      clean(`<figure><img src="${src}" alt="x" onerror="x()"><figcaption>Said</figcaption></figure>`),
      '<p>Said</p>',
    );
  assert.equal(
    clean(`<img srcset="x 2x" loading=lazy style="width:1px" src="${picture}" alt="A &quot;bridge&quot;">`),
    `<figure>\n<img src="${picture}" alt="A &#x22;bridge&#x22;">\n</figure>`,
  );
});

test('a table has heads that say what they head, and cells that are no wider than they say', () => {
  assert.equal(
    clean(
      '<table style="x"><colgroup><col></colgroup><tbody><tr><th><p>Year</p></th><th colspan="2"><p>Spent</p></th></tr><tr><th>2025</th><td colspan="1">1</td><td rowspan="900">2</td></tr></tbody></table>',
    ).replaceAll('\n', ''),
    '<table><thead><tr><th scope="col">Year</th><th colspan="2" scope="col">Spent</th></tr></thead><tbody><tr><th scope="row">2025</th><td>1</td><td>2</td></tr></tbody></table>',
  );
});

test('an article of 10,000 words and a paragraph of 200 kB go both ways', () => {
  const long = clean(
    `<p>${`The committee refused the <em>board</em> its toll. ${'Nobody moved an amendment. '.repeat(12)}`.repeat(700)}</p>`,
  );
  assert.ok(long.length > 200_000);
  assert.equal(markdownToHtml(htmlToMarkdown(long) ?? '', 'article'), long);
  const many = clean(
    `<p>${'The committee refused the board its toll at last. '.repeat(5)}</p><h2>Head</h2>`.repeat(200),
  );
  assert.equal(markdownToHtml(htmlToMarkdown(many) ?? '', 'article'), many);
});
