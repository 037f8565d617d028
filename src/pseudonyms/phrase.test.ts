import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { testRandom } from '../../test/support/site.ts';
import { signatureShape } from './read-name.ts';
import { newPhrase, readPhrase } from './recovery-phrase.ts';

test('a phrase is six words that can be said, and is read whatever stands between them', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const phrase = newPhrase(testRandom(seed));
      assert.match(phrase, /^(?:[a-z]{5} ){5}[a-z]{5}$/);
      assert.equal(readPhrase(phrase), phrase);
      assert.equal(readPhrase(`  ${phrase.toUpperCase().replaceAll(' ', ' -\n')}. `), phrase);
      assert.equal(readPhrase(phrase.replaceAll(' ', '')), phrase);
      assert.equal(readPhrase(phrase.slice(1)), null);
      assert.equal(readPhrase(`${phrase} lusab`), null);
    }),
  );
});

test('a phrase has all of its 96 bits: no two of a thousand are alike, and each place varies', () => {
  const phrases = Array.from({ length: 1000 }, () =>
    newPhrase({ bytes: (length) => new Uint8Array(randomBytes(length)) }),
  );
  assert.equal(new Set(phrases).size, 1000);
  for (let at = 0; at < 35; at += 1) {
    const letters = new Set(phrases.map((phrase) => phrase[at])).size;
    assert.equal(letters, at % 6 === 5 ? 1 : [0, 2, 4].includes(at % 6) ? 16 : 4);
  }
});

test('whatever is typed as a phrase is read in no time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1500 }), (text) => {
      const read = readPhrase(text);
      assert.ok(read === null || readPhrase(read) === read);
    }),
    { numRuns: 40 },
  );
});

test('a signature shows something, has no invisible parts and not too many marks', () => {
  const read = (name: string) => signatureShape.safeParse(name);
  const shown = (name: string) => read(name).data;
  assert.equal(shown('  Half\u200b-\u2066Tide\u2069 '), 'Half-Tide');
  assert.equal(shown('Re\u0301sident'), 'R\u00e9sident');
  assert.equal(shown('نگهبان بندر'), 'نگهبان بندر');
  assert.equal(shown('ประภาคาร'), 'ประภาคาร');
  assert.equal(shown('नीलिमा'), 'नीलिमा');
  for (const blank of ['\u3164', '\u115f\u1160', '\uffa0', '\u2800', '\u034f', '\u{e0041}'])
    assert.equal(shown(blank), '', JSON.stringify(blank));
  for (const bad of [
    '…',
    '🙂',
    '\u0301\u0301',
    'Z\u0300\u0301\u0302\u0303',
    `${'Z\u0327\u0316\u0300'.repeat(12)}`,
    'a\nb',
    'x'.repeat(61),
    ...['Mi\ue000ke', 'Mike\ufffc', '\ufffdMike', 'Mike\u0378'],
  ])
    assert.equal(read(bad).success, false, JSON.stringify(bad));
});
