import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseCapture } from './parse-capture.ts';
import { type SamplePage, THEMES } from './sample-pages.ts';

const WORDS = [
  ...[
    'harbour',
    'bridge',
    'ferry',
    'keeper',
    'winter',
    'council',
    'the',
    'of',
    'never',
    'paid',
    'rope',
    'tide',
  ],
  ...[
    'and',
    'who',
    'said',
    'lantern',
    'quay',
    'mended',
    'twice',
    'nobody',
    'asked',
    'barrier',
    'toll',
    'gulls',
  ],
];
const NAMES = [
  'Ropewalk',
  'Quay Resident',
  'Half-Tide',
  'Tea Stall',
  'J. R. Pell',
  'Fighting4Eastgate',
  'élan',
  'Ms Fen',
  'Dr. Bob',
];
const TITLES = [
  'Bridge toll refused',
  'Who mends the “sluice”?',
  'Ferry, tide and rope',
  'Ten winters on the quay',
  'The keeper’s hut: a history',
];

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 40 })
  .map((words) => `It was ${words.join(' ')}.`);
/** What readers write that has the shape of a theme's own lines. */
const trap = fc.constantFrom(
  ...[
    '1. The bridge.',
    '2. The board.',
    'He said:',
    'Mr Pell says:',
    'As the clerk says:',
    '“He says:” is what I read.',
  ],
  ...[
    '3 Responses to the flood',
    'I was there on 3 March 2011',
    'she said...',
    'Comment by nobody',
    'Tags: none at all of them.',
  ],
);
const words = fc.tuple(
  sentence,
  fc.array(fc.oneof({ weight: 4, arbitrary: sentence }, trap), { maxLength: 3 }),
);
const comment = fc.record({
  author: fc.constantFrom(...NAMES),
  paragraphs: words.map(([first, rest]) => [first, ...rest, 'So it was.']),
  minute: fc.integer({ min: 0, max: 59 }),
});
const page: fc.Arbitrary<SamplePage> = fc.record({
  title: fc.constantFrom(...TITLES),
  paragraphs: fc.array(sentence, { minLength: 1, maxLength: 5 }),
  tags: fc.uniqueArray(fc.constantFrom('Bridges', 'Town council', 'Tolls', 'Ferry', 'Eastgate'), {
    maxLength: 4,
  }),
  comments: fc.array(comment, { minLength: 1, maxLength: 12 }),
});

describe('a page flattened from a theme', () => {
  for (const theme of THEMES) {
    test(`${theme.name}: the article, tags, names, dates and words come back`, () => {
      fc.assert(
        fc.property(page, (sample) => {
          const result = parseCapture(theme.render(sample));
          assert.equal(result.refused, null);
          const [article] = result.articles;
          assert.equal(article?.title, sample.title);
          assert.deepEqual(article?.paragraphs, sample.paragraphs);
          assert.deepEqual(article?.tags, { names: sample.tags, lost: 0 });
          assert.equal(article?.commentsStated, sample.comments.length);
          assert.deepEqual(
            article?.comments.map(({ number, author, paragraphs, published }) => ({
              number,
              author,
              paragraphs,
              published,
            })),
            sample.comments.map(({ author, paragraphs, minute }, index) => ({
              number: index + 1,
              author,
              paragraphs,
              published: theme.dated ? `2011-03-03T16:${String(minute).padStart(2, '0')}` : null,
            })),
          );
        }),
        { numRuns: 200 },
      );
    });
  }
});

describe('any text at all', () => {
  const scraps = fc.constantFrom(
    ...[
      '3 Responses to “x”',
      '1. A says:',
      'says:',
      'Leave a Reply',
      'Comment by X — March 3, 2011 @ 4:05 pm',
      'Tags: , ,',
    ],
    ...[
      'Posted by: X | March 3, 2011',
      'X said...',
      '',
      '[…]',
      'Pingback:',
      '\u00ad',
      '\u2028',
      '6 comments:',
      'By',
      '« »',
      '“',
    ],
    ...[
      'Response 2, X',
      'A. “T”, by X. Published 3 March 2026, 07:00 GMT. Responses: 2, open.',
      'A. Response 2, X, 3 March 2026, 07:00 GMT.',
    ],
  );
  const text = fc
    .array(fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 40 })
    .map((all) => all.join('\n'));

  test('never makes the parser throw, and gives an article or a reason', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const { articles, refused } = parseCapture(sample);
        assert.equal(articles.length === 0, refused !== null);
      }),
      { numRuns: 2000 },
    );
  });

  test('is read in reasonable time, however long its lines', { timeout: 60_000 }, () => {
    const long = 2_000_000;
    const pages = [
      'a',
      'a: ',
      '“',
      '1. ',
      ', ',
      'says: ',
      'March 3, ',
      'Tags: , ',
      '. “a”, by ',
      '12 ',
      '\n',
      'a says:\n',
      'Leave a Reply\n',
    ];
    for (const unit of pages) {
      const { articles, refused } = parseCapture(`Title\n\nTags: a\n\n${unit.repeat(long / unit.length)}`);
      assert.equal(articles.length === 0, refused !== null);
    }
  });
});
