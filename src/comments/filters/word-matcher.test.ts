import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldedWords } from '../../lib/fold-text.ts';
import { wordMatcher } from './word-matcher.ts';

const found = (list: string[], text: string) => wordMatcher(list)(text);

/** Looks for each entry at each place. */
function foundSlowly(list: readonly string[], text: string): string[] {
  const words = foldedWords(text);
  const seen = new Map<string, string>();
  for (const entry of list) {
    const wanted = foldedWords(entry);
    const key = wanted.join(' ');
    if (wanted.length === 0 || seen.has(key)) continue;
    if (words.some((_, at) => wanted.every((word, index) => words[at + index] === word)))
      seen.set(key, entry);
  }
  return [...seen.values()];
}

test('finds what looking for each entry at each place finds, whatever the list and the text', () => {
  const word = fc.constantFrom('a', 'b', 'ab', 'Á', 'ｂ', 'c', 'привет');
  const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const list = fc.uniqueArray(phrase, { maxLength: 9, selector: (entry) => foldedWords(entry).join(' ') });
  const text = fc.array(fc.tuple(word, fc.constantFrom(' ', ', ', '\n', '-', ' … ')), { maxLength: 40 });
  fc.assert(
    fc.property(list, text, (entries, parts) => {
      const written = parts.flat().join('');
      assert.deepEqual(new Set(found(entries, written)), new Set(foundSlowly(entries, written)));
    }),
    { numRuns: 2_000 },
  );
});

test('finds whole words alone, in any case, accent and form', () => {
  assert.deepEqual(found(['casino'], 'Casinos and occasinol'), []);
  assert.deepEqual(found(['casino'], 'The CASÍNO!'), ['casino']);
  assert.deepEqual(found(['Ｃａｓｉｎｏ'], 'ca\u0301sino'), ['Ｃａｓｉｎｏ']);
  assert.deepEqual(found(['ofﬁce'], 'OFFICE'), ['ofﬁce']);
  assert.deepEqual(found(['free money'], 'Free -- “money”'), ['free money']);
  assert.deepEqual(found(['free money'], 'free your money'), []);
});

test('is not led astray by what cannot be seen, by letters of other scripts that look alike, or by direction', () => {
  assert.deepEqual(found(['casino'], 'ca\u200bsi\u00ad\u2060no'), ['casino']);
  assert.deepEqual(found(['casino'], 'c\u0430sin\u043e'), ['casino'], 'with Cyrillic a and o');
  assert.deepEqual(found(['casino'], '\u202ecasino\u202c'), ['casino']);
  assert.deepEqual(found(['כסף חינם'], 'הנה כסף, חינם!'), ['כסף חינם']);
  assert.deepEqual(found(['赌场'], '最好的赌场在这里'), ['赌场']);
  assert.deepEqual(found(['сама'], 'Она сама пришла'), ['сама']);
});

test('takes what looks like a pattern for the words that are in it', () => {
  assert.deepEqual(found(['(a+)+$'], 'a'.repeat(50_000)), []);
  assert.deepEqual(found(['c.s.no'], 'casino'), []);
  assert.deepEqual(found([], 'Nothing is looked for.'), []);
  assert.deepEqual(found(['!!!'], 'Nothing is in it!!!'), []);
});

test('looks at 20,000 letters of one word, under a list made against it, no longer than at other words', () => {
  const against = Array.from({ length: 50 }, (_, index) => 'ha '.repeat(index + 1).trim());
  const many = Array.from({ length: 4_900 }, (_, index) => `ha ha ha entry${index}`);
  const look = wordMatcher([...against, ...many]);
  const steps = (text: string) => {
    const start = process.cpuUsage();
    for (let round = 0; round < 20; round += 1) look(text);
    return process.cpuUsage(start).user;
  };
  const [against20k, plain20k] = ['ha '.repeat(6_667), 'ho '.repeat(6_667)];
  steps(against20k);
  steps(plain20k);
  assert.ok(steps(against20k) < 10 * steps(plain20k) + 50_000);
  assert.equal(look(against20k).length, 10, 'ten entries are told');
  assert.ok(look('a'.repeat(20_000)).length === 0);
});
