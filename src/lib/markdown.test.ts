import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanHtml, linksOf, textOf } from './clean-html.ts';
import { markdownToHtml } from './markdown.ts';

const comment = (text: string) => markdownToHtml(text, 'comment');

test('a response may have paragraphs, quotations, links, emphasis and lists', () => {
  assert.equal(
    comment('One *two* **three**\nfour\n\n> Said before\n\n- a\n- b\n\n1. x'),
    '<p>One <em>two</em> <strong>three</strong><br>\nfour</p>\n<blockquote>\n<p>Said before</p>\n</blockquote>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>x</li>\n</ol>',
  );
});

test('what a response may not have stands there as it was written', () => {
  assert.equal(comment('# Not a heading'), '<p># Not a heading</p>');
  assert.equal(comment('<b onclick="x()">bold</b>'), '<p>&#x3C;b onclick="x()">bold&#x3C;/b></p>');
  assert.equal(comment('![a](https://x.example/a.png)').includes('<img'), false);
  assert.equal(comment('`x`'), '<p>`x`</p>');
});

test('bare addresses become links that search engines do not follow, and dangerous ones do not', () => {
  assert.equal(
    comment('see https://a.example/b?c=1&d'),
    '<p>see <a href="https://a.example/b?c=1&#x26;d" rel="ugc nofollow noopener">https://a.example/b?c=1&#x26;d</a></p>',
  );
  for (const address of [
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    ' java\tscript:x',
    '//x.example',
  ])
    assert.doesNotMatch(comment(`[x](<${address}>)`), /href="(?:javascript|data|vbscript|java)/i);
});

test('an article may hold HTML, and none of it runs', () => {
  const html = markdownToHtml(
    'Text <script>alert(1)</script><img src=x onerror=alert(1)> <em onclick="x()">kept</em>\n\n<h1>Head</h1>\n\n<svg><a href="x">y</a></svg>',
    'article',
  );
  assert.equal(html, '<p>Text <em>kept</em></p>\n<h2>Head</h2>');
});

test('cleaning what is clean changes nothing', () => {
  const piece = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<a href="https://x.example">',
      '</a>',
      '<script>',
      '</script>',
      '<table><tr><td>',
      '<svg>',
    ],
    ...[
      '<math><mi>',
      '<style>',
      '<!--',
      '-->',
      '<li>',
      '<b',
      ' onclick=x',
      '>',
      '&lt;',
      '"',
      'word',
      '<xmp>',
    ],
  );
  assert.equal(cleanHtml('<br#<p> lost?', 'comment'), '<br> lost?');
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), (pieces) => {
      for (const allowance of ['comment', 'article'] as const) {
        const once = cleanHtml(pieces.join(''), allowance);
        assert.equal(cleanHtml(once, allowance), once);
        assert.doesNotMatch(once, /<(?:script|style|svg|math|iframe|img)|<[^>]*\son\w+=/i);
      }
    }),
    { numRuns: 2000 },
  );
});

test('no text of the greatest length makes the renderer fail', () => {
  const long = 10_000;
  const patterns = [
    '>',
    '> ',
    '*',
    '[',
    '![',
    '[](',
    '<',
    '**a ',
    '- ',
    '1. ',
    '`',
    '\\',
    '&',
    '((',
    '_a ',
    'a@',
    'www.',
  ];
  for (const pattern of patterns) {
    assert.equal(typeof comment(pattern.repeat(Math.ceil(long / pattern.length))), 'string');
  }
});

test('marks that were made to tie the parser in knots stand as they were written', () => {
  assert.equal(comment('*_*_'.repeat(200)), `<p>${'*_*_'.repeat(200)}</p>`);
  assert.match(comment(`${'['.repeat(500)}x${'](u)'.repeat(500)}`), /^<p>\[\[\[/);
  assert.match(comment(`${'*a* '.repeat(100)}`), /^<p><em>a<\/em> /, 'an honest text has fewer');
});

test('no text that an article may have keeps everybody else waiting', () => {
  const spaces = ' '.repeat(490_000);
  const texts = [
    `<pre><code>a${spaces}b</code></pre>`,
    `<pre><code>a${'\n'.repeat(9_000)}b</code></pre>`,
    `|a|\n|-|\n|${'a|'.repeat(40_000)}`,
    '[a]: '.repeat(20_000),
  ];
  for (const text of texts) {
    const before = process.cpuUsage();
    markdownToHtml(text, 'article');
    const { user } = process.cpuUsage(before);
    assert.ok(user < 8_000_000, `${text.slice(0, 20)}… took ${Math.round(user / 1000)} ms`);
  }
});

test('the plain text and the links of clean HTML are read back', () => {
  const html = comment('One & “two”\nthree\n\n[four](https://x.example/?a=1&b=2) <5');
  assert.equal(textOf(html), 'One & “two”\nthree\n\nfour <5');
  assert.deepEqual(linksOf(html), [{ url: 'https://x.example/?a=1&b=2', text: 'four' }]);
});
