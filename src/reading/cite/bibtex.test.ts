import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bibtexOf } from './bibtex.ts';
import { type CitedText, oneLine } from './cited-text.ts';
import { cslOf } from './csl.ts';
import { cslFaults } from './fixtures.ts';

const sample: CitedText = {
  kind: 'article',
  key: '2026-03-12-toll-v2',
  title: 'Toll & “tide”: 5% of {all} costs_of #1 ~ \\alpha^2',
  publication: 'The Wrenmouth Ledger',
  authors: ['Imogen Thrale', 'ليلى من الميناء', 'Salt and Sons'],
  dated: '2026-03-12T07:00:00.000Z',
  version: { number: 2, at: '2026-03-15T07:00:00.000Z' },
  url: 'https://ledger.example/2026/03/12/toll/versions/ab/',
  hash: 'ab',
  language: 'en-GB',
  read: '2026-11-26',
};

/** Reads an entry as BibTeX does: braces counted whatever stands before them; then what TeX makes of a field. */
function read(entry: string): Record<string, string> {
  const fields: Record<string, string> = {};
  let at = entry.indexOf(',') + 1;
  for (;;) {
    const found = /^\s*(\w+) = \{/.exec(entry.slice(at));
    if (!found) break;
    at += found[0].length;
    const from = at;
    for (let depth = 1; depth > 0; at += 1) {
      assert.ok(at < entry.length, 'every brace is closed');
      if (entry[at] === '{') depth += 1;
      if (entry[at] === '}') depth -= 1;
    }
    fields[found[1] ?? ''] = entry.slice(from, at - 1);
    if (entry[at] === ',') at += 1;
  }
  assert.equal(entry.slice(at), '\n}\n');
  return fields;
}

const signs: Record<string, string> = {
  ...{ textbackslash: '\\', textbraceleft: '{', textbraceright: '}' },
  ...{ textasciitilde: '~', textasciicircum: '^' },
};
const printed = (field: string) =>
  field
    .replace(/^\{(.*)\}$/s, '$1')
    .replace(/\{\\(\w+)\}|\\([$&#%_])/g, (_, name: string, sign: string) =>
      name ? (signs[name] ?? '?') : sign,
    );

test('a reference for BibTeX says what was written, whatever signs are in it', () => {
  const fields = read(bibtexOf(sample));
  assert.equal(printed(fields.title ?? ''), sample.title);
  assert.equal(fields.author, '{Imogen Thrale} and {ليلى من الميناء} and {Salt and Sons}');
  assert.deepEqual(
    [fields.date, fields.year, fields.version, fields.urldate],
    ['2026-03-12', '2026', '2', '2026-11-26'],
  );
  const { date, author } = read(bibtexOf({ ...sample, dated: null, authors: [], version: null }));
  assert.deepEqual([date, author], [undefined, undefined]);
});

test('no text of any kind breaks out of its field', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
      (title, name) => {
        const fields = read(bibtexOf({ ...sample, title, authors: [name, 'B'] }));
        assert.equal(printed(fields.title ?? ''), oneLine(title));
        assert.equal(fields.author?.endsWith('{B}'), true);
        assert.equal(/^\{B\}$/.test(fields.author ?? ''), oneLine(name) === '');
      },
    ),
    { numRuns: 2_000 },
  );
});

test('a reference as CSL-JSON has whole names, dates in parts, and nothing where nothing is known', () => {
  const [item] = JSON.parse(cslOf(sample));
  assert.deepEqual(item.author[1], { literal: 'ليلى من الميناء' });
  assert.deepEqual(item.issued, { 'date-parts': [[2026, 3, 12]] });
  assert.deepEqual([item.type, item.version, item.URL], ['article-newspaper', '2', sample.url]);
  const [bare] = JSON.parse(cslOf({ ...sample, kind: 'response', dated: null, authors: [], version: null }));
  assert.deepEqual([bare.type, 'author' in bare, 'issued' in bare], ['post', false, false]);
});

test('a reference as CSL-JSON keeps to the schema of such data, whatever is cited and however its names are written', () => {
  const names = [
    'ליאת בן־עמי',
    '{Salt} & "Sons"',
    'Two\r\nlines\u0000',
    'x'.repeat(5_000),
    'A and B',
    ' \n',
    '𝕬',
  ];
  for (const name of names)
    for (const kind of ['article', 'response'] as const)
      for (const dated of [null, '1999', '1999-04', sample.dated])
        assert.deepEqual(
          cslFaults(
            cslOf({
              ...sample,
              kind,
              dated,
              title: `“${name}”`,
              publication: `The ${name}`,
              authors: [name],
            }),
          ),
          [],
        );
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 })), (authors) => {
      assert.deepEqual(cslFaults(cslOf({ ...sample, authors, title: `T ${authors.join('\n')}` })), []);
    }),
  );
});

test('what is not as that schema has it is found', () => {
  const [item] = JSON.parse(cslOf(sample));
  const faults = (change: object) => cslFaults(JSON.stringify([{ ...item, ...change }])).length;
  assert.equal(faults({}), 0);
  for (const change of [
    ...[
      { type: 'blog' },
      { type: undefined },
      { id: undefined },
      { title: 7 },
      { title: 'a\nb' },
      { url: 'x' },
    ],
    ...[
      { author: [] },
      { author: ['Ann'] },
      { author: [{}] },
      { author: [{ name: 'Ann' }] },
      { author: null },
    ],
    ...[{ issued: '2026' }, { issued: { 'date-parts': [] } }, { issued: { 'date-parts': [[]] } }],
    ...[{ issued: { 'date-parts': [[2026, 3, 12, 7]] } }, { issued: { 'date-parts': [[2026, 13]] } }],
    ...[{ issued: { 'date-parts': [[2026, null]] } }, { version: 2 }],
  ])
    assert.equal(faults(change), 1, JSON.stringify(change));
  assert.equal(cslFaults(JSON.stringify(item)).length, 1);
});
