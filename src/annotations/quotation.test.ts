import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { annotateThread } from './annotate.ts';
import { wordsOf } from './words.ts';

const words = [
  'toll',
  'bridge',
  'board',
  'the',
  'of',
  'met',
  'council',
  'six',
  'refused',
  'a',
  'well-known',
  'it’s',
];
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 })
  .map((each) => each.join(' '));
const article = (...paragraphs: string[]) => ({ title: 'Toll', paragraphs });
const one = (text: string, ...paragraphs: string[]) =>
  annotateThread({
    article: article(...paragraphs),
    comments: [{ number: 1, author: 'Gav', paragraphs: [text] }],
  })[0];
const said = (text: string) => wordsOf(text).map((word) => word.text);

test('what is called exact stands word for word in its source', () => {
  fc.assert(
    fc.property(sentence, sentence, sentence, (first, second, quoted) => {
      const [quote] = one(`He wrote “${quoted}” there.`, first, second)?.quotes ?? [];
      const [whole, part] = [said(`${first} ${second}`), said(quoted)].map((each) =>
        ` ${each.join(' ')} `.toLowerCase(),
      );
      const stands = whole?.includes(part ?? '');
      return quote?.verdict !== 'exact' || stands === true;
    }),
  );
});

test('a stretch of three words or more, quoted as it stands, is exact, in whatever marks', () => {
  const marks = ['“”', '"" ', '«»', '„“', '‹›', '‘’', '「」', '»«'];
  fc.assert(
    fc.property(sentence, fc.nat(20), fc.constantFrom(...marks), (text, from, [open = '', close = '']) => {
      const parts = text.split(' ').slice(from);
      fc.pre(parts.length >= 3);
      const [quote] = one(`He wrote ${open}${parts.join(' ')}${close} there.`, text)?.quotes ?? [];
      assert.equal(quote?.verdict, 'exact');
      assert.equal(quote?.text, parts.join(' '));
    }),
  );
});

test('what a text is made of does not matter: nothing is thrown, and nothing of nobody is marked', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 })), (paragraphs) => {
      const found = annotateThread({
        article: article(),
        comments: [{ number: 1, author: 'Gav', paragraphs }],
      });
      assert.deepEqual(found, [{ number: 1, quotes: [], references: [] }]);
    }),
  );
});

test('ten thousand marks, five thousand references and the whole article quoted are read to their end', () => {
  const long = Array.from(
    { length: 300 },
    (_, index) => `The board met on day ${index} and refused the toll.`,
  );
  const hostile = [
    '“a '.repeat(10_000),
    '"a b c" '.repeat(10_000),
    "'tis ".repeat(10_000),
    '#1 @Gav '.repeat(5_000),
    `“${long.join(' ')}”`,
    `“${long.toReversed().join(' ')}”`,
    `“${'the … '.repeat(2_000)}”`,
    `“${'[x] '.repeat(5_000)}”`,
    `${'the first '.repeat(10_000)}response`,
  ];
  const comments = ['Before.', ...hostile].map((text, index) => ({
    ...{ number: index + 1, author: index === 0 ? 'Gav' : 'Tam', paragraphs: [text] },
  }));
  const found = annotateThread({ article: article(...long), comments });
  assert.equal(found.length, comments.length);
  assert.deepEqual(
    found[5]?.quotes.map(({ verdict }) => verdict),
    ['exact'],
  );
  assert.ok(found.every(({ quotes, references }) => quotes.length <= 300 && references.length <= 200));
});
