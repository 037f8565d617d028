import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseCapture } from './parse-capture.ts';

const counted = (words: string) => {
  const count = words.split(/\s+/).filter((word) => word !== '').length;
  return count === 1 ? '1 word' : `${count} words`;
};

const page = ({ by, loose }: { by: string; loose: boolean }) => {
  const gap = loose ? '\n\n' : '\n';
  const response = (number: string, name: string, words: string) =>
    [
      `${number}. ${name}`,
      ['Date unknown', 'Name as in the archive'].join(gap),
      words,
      `Reply to ${number}`,
      `The Sluice Post. Response ${number}, ${name.replace(/^Pingback: | says:$/gu, '')}, Date unknown, name as in the archive, ${counted(words)}. https://sluice.example/2026/03/12/ferry/#response-${number}`,
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  return [
    'Skip to the contentThe Sluice Post',
    'Front page Archive Tags The record Search',
    'The ferry comes back',
    [
      by === '' ? '' : `By ${by}`,
      'Original date unknown',
      by === '' ? '' : 'Date and name as in the archive',
      '1,003 responses',
    ]
      .filter((part) => part !== '')
      .join(gap),
    'It left in March and came back in May.',
    'The whole piece is here:',
    'What the archive copy had lost',
    [
      'The original date is unknown.',
      'The byline is unknown.',
      '3 tags lost their names.',
      'One link lost its address.',
      'Dates of responses are unknown.',
      'The page spoke of 4 responses; 3 are in the copy.',
    ].join(gap),
    'Tags: ferry, island',
    `The Sluice Post. “The ferry comes back”${by === '' ? '' : `, by ${by}`}. Original date unknown. Tags: ferry; island. Responses: 1,003 (2 removed), open.`,
    'Here: https://sluice.example/2026/03/12/ferry/',
    '1,003 Responses to “The ferry comes back” (2 removed)',
    'Numbered 1 to 1,005 in the order of publication. No number is used again. Feed of these responses',
    response('1', 'Ropewalk says:', 'I saw it come in.\n\nDate unknown'),
    response('2', 'Pingback: Estuary Notes', ''),
    response('1,005', 'Half-Tide says:', 'So did I.').replace('1,005. Half', '1005. Half'),
    'Leave a Reply',
    'Post response',
  ].join('\n\n');
};

describe('a Hustings page of an article without a date', () => {
  for (const loose of [true, false]) {
    for (const by of ['', 'Odo Fenwick']) {
      test(`is read back, ${by === '' ? 'nameless' : 'with its byline'}, ${loose ? 'line by line' : 'in blocks'}`, () => {
        const [article] = parseCapture(page({ by, loose })).articles;
        assert.equal(article?.title, 'The ferry comes back');
        assert.equal(article?.byline, by === '' ? null : by);
        assert.equal(article?.published, null);
        assert.deepEqual(article?.paragraphs, [
          'It left in March and came back in May.',
          'The whole piece is here:',
        ]);
        assert.equal(article?.lostLinks, 1);
        assert.deepEqual(article?.tags, { names: ['ferry', 'island'], lost: 0 });
        assert.deepEqual([article?.commentsStated, article?.commentsOpen], [1003, true]);
        assert.equal(article?.address, 'https://sluice.example/2026/03/12/ferry/');
        assert.deepEqual(
          article?.comments.map(({ number, author, published, kind, paragraphs }) => ({
            ...{ number, author, published, kind, paragraphs },
          })),
          [
            {
              ...{ number: 1, author: 'Ropewalk', published: null, kind: 'comment' },
              paragraphs: ['I saw it come in.', 'Date unknown'],
            },
            { number: 2, author: 'Estuary Notes', published: null, kind: 'pingback', paragraphs: [] },
            {
              ...{ number: 1005, author: 'Half-Tide', published: null, kind: 'comment' },
              paragraphs: ['So did I.'],
            },
          ],
        );
      });
    }
  }

  test('without its colophons none of the lines that the page adds are words', () => {
    const [article] = parseCapture(
      page({ by: 'Odo Fenwick', loose: true })
        .split('\n\n')
        .filter((line) => !/^The Sluice Post\.|^Here: /u.test(line))
        .join('\n\n'),
    ).articles;
    assert.equal(article?.published, null);
    assert.equal(article?.byline, 'Odo Fenwick');
    assert.deepEqual(article?.paragraphs, [
      'It left in March and came back in May.',
      'The whole piece is here:',
    ]);
    assert.deepEqual(article?.comments[0]?.paragraphs, ['I saw it come in.']);
    assert.deepEqual(article?.comments[1]?.author, 'Estuary Notes');
  });

  test('a dated page from an archive, revised since, keeps those lines out of its words', () => {
    const [article] = parseCapture(
      [
        'The ferry comes back',
        'By Odo Fenwick\n3 March 2011\nRevised 13 July 2026, 16:20\nDate and name as in the archive\nNo responses yet',
        'It left in March.',
        'The Sluice Post. “The ferry comes back”, by Odo Fenwick. Published 3 March 2011, 00:00 GMT. Revised 13 July 2026, 16:20 BST. Responses: 0, closed.',
        'Here: https://sluice.example/2011/03/03/ferry/',
      ].join('\n\n'),
    ).articles;
    assert.deepEqual(article?.paragraphs, ['It left in March.']);
    assert.equal(article?.standfirst, undefined);
    assert.deepEqual([article?.published, article?.commentsOpen], ['2011-03-03T00:00Z', false]);
  });

  test('an author’s own paragraph of those words stays', () => {
    const [article] = parseCapture(
      'The ferry comes back\n\n3 March 2011\n\nWhat the archive copy had lost\n\nNobody could say.\n\nThe Sluice Post. “The ferry comes back”. Published 3 March 2011, 07:00 GMT. Responses: 0, open.',
    ).articles;
    assert.deepEqual(article?.paragraphs, ['What the archive copy had lost', 'Nobody could say.']);
  });
});
