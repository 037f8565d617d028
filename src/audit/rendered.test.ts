import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markdownToHtml } from '../lib/markdown.ts';
import { isPlain, plainHtml } from './rendered.ts';

const pieces = [
  ...['word', 'Ünder', 'ß', '7', '12.', '1)', ' ', ' ', ' ', '  ', '.', ',', ';', ':', '?', "'", '"', '('],
  ...[
    ')',
    '‘',
    '”',
    '–',
    '—',
    '…',
    '-',
    '--',
    '- ',
    '\n',
    '\n\n',
    '\n\n',
    '*',
    '_',
    '&',
    '<',
    '!',
    '[',
    '\\',
  ],
  ...['www.', 'WWW.a.example', 'https:', 'http://a.example', '@', 'a@b.example', '\u00a0', '日本', '\t', '`'],
];

test('a text that is taken for plain is what Markdown makes of it', () => {
  let plain = 0;
  const text = fc
    .array(fc.constantFrom(...pieces), { maxLength: 12 })
    .map((parts) => `Word${parts.join('')}`);
  fc.assert(
    fc.property(text, (source) => {
      if (!isPlain(source)) return;
      plain += 1;
      assert.equal(plainHtml(source), markdownToHtml(source, 'comment'));
    }),
    { numRuns: 5000 },
  );
  assert.ok(plain > 100, `${plain} were plain`);
});

test('most of what people write is plain, and what Markdown turns into something is not', () => {
  assert.ok(isPlain('I was there (in 2011), and “nobody” said so: not one.\n\nWhy? I don’t know.'));
  for (const source of ['*so*', 'a\nb', '1. one', 'a\n\n- b', 'see www.a.example', 'a & b', 'x ', 'a\n\n\nb'])
    assert.equal(isPlain(source), false, source);
});
