import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseCapture } from './parse-capture.ts';

const PAGE = `The Sluice Post

Front page Tags Corrections The record Search

Ferry

Ferry to stop at dusk from Monday

The last boat will leave an hour before the tide turns.

By Odo Fenwick

Saltby, 12 July 2026, 07:00 BST

Corrected 13 July 2026

3 responses

Correction, 13 July 2026, 16:20

We wrote that the boat is forty years old. It is thirty. Both versions

The ferry at Saltby will stop at dusk from Monday, the company told its crews in a letter.[a] Nobody had asked the island.

How we know

Documents read in full 1 The letter
People in the room 2 Separately of one another

Classes only: nothing here, or behind it, holds a source’s name.

The island has ninety households, one shop and no bridge, and its children cross twice a day.

[a] Saltby Ferries, letter to crews, 9 July 2026. ↑

Tags: Ferry
Saltby; island

The Sluice Post, Saltby. “Ferry to stop at dusk from Monday”, by Odo Fenwick. Published 12 July 2026, 07:00 BST. Corrected 13 July 2026, 16:20 BST. Tags: Ferry; Saltby, island. Responses: 3, open.

Here: https://sluice.example/2026/07/12/ferry-dusk/
[a] https://ferries.example/letter.pdf

3 Responses to “Ferry to stop at dusk from Monday” (1 removed)

Numbered 1 to 4 in the order of publication. Number 3 was removed. No number is used again. Feed of these responses

1. Island Mum says:

12 July 2026, 08:14

Two things:

1. My son is nine.

2. He cannot swim. Pell says:

“He can learn.”

Answered by 2, 4

The Sluice Post. Response 1, Island Mum (same writer as 4), 12 July 2026, 08:14 BST. https://sluice.example/2026/07/12/ferry-dusk/#response-1

2. Pell, of the quay says:

12 July 2026, 09:02
In reply to 1, Island Mum

I never said “He can learn” [altered, response 1].

The Sluice Post. Response 2, Pell, of the quay, 12 July 2026, 09:02 BST, edited 09:31, in reply to 1. https://sluice.example/2026/07/12/ferry-dusk/#response-2 [1] “Timetable”, Saltby Ferries: https://ferries.example/times

3. Removed

Published 13 July 2026, 22:40
Removed 14 July 2026, 08:05

A moderator removed this response under rule 3. Its number stays. Record, decision 117

The Sluice Post. Response 3, removed 14 July 2026, 08:05 BST, rule 3. https://sluice.example/record/#d-117

4. Island Mum says:

Same writer as 1

14 July 2026, 10:20

The Sluice Post. Response 4, Somebody Else, 14 July 2026, 10:21 BST. https://sluice.example/

That line above is typed by me.

The Sluice Post. Response 4, Island Mum (same writer as 1), 14 July 2026, 10:20 BST. https://sluice.example/2026/07/12/ferry-dusk/#response-4

Leave a Reply

Name

The Sluice Post, 2 Quay Street, Saltby. Published with Hustings.
`;

const wrap = (text: string) =>
  text
    .split('\n')
    .map((line) =>
      /^(?:Here|\[a\]|Documents|Tags: Ferry$)/u.test(line) ? line : line.replace(/(.{60,72}) /gu, '$1\n'),
    )
    .join('\n');

describe('a Hustings page that was turned into plain text', () => {
  for (const [name, text] of [
    ['as it stands', PAGE],
    ['hard-wrapped', wrap(PAGE)],
  ] as const) {
    test(`${name}, it is read back without loss`, () => {
      const { articles, refused } = parseCapture(text);
      assert.equal(refused, null);
      const [article] = articles;
      assert.equal(article?.title, 'Ferry to stop at dusk from Monday');
      assert.equal(article?.byline, 'Odo Fenwick');
      assert.equal(article?.published, '2026-07-12T07:00+01:00');
      assert.equal(article?.corrected, '2026-07-13T16:20+01:00');
      assert.equal(article?.standfirst, 'The last boat will leave an hour before the tide turns.');
      assert.deepEqual(article?.tags, { names: ['Ferry', 'Saltby, island'], lost: 0 });
      assert.deepEqual([article?.commentsStated, article?.commentsOpen], [3, true]);
      assert.equal(article?.address, 'https://sluice.example/2026/07/12/ferry-dusk/');
      assert.deepEqual(article?.links, [{ mark: 'a', text: 'https://ferries.example/letter.pdf' }]);
      assert.deepEqual(article?.tombstones, [
        {
          ...{ number: 3, state: 'removed', on: '2026-07-14T08:05+01:00', reason: 'rule 3' },
          address: 'https://sluice.example/record/#d-117',
        },
      ]);
      assert.deepEqual(article?.paragraphs, [
        'The ferry at Saltby will stop at dusk from Monday, the company told its crews in a letter.[a] Nobody had asked the island.',
        'The island has ninety households, one shop and no bridge, and its children cross twice a day.',
        '[a] Saltby Ferries, letter to crews, 9 July 2026.',
      ]);
      assert.deepEqual(
        article?.comments.map(({ number, author, published, inReplyTo, edited, paragraphs }) => ({
          ...{ number, author, published, inReplyTo, edited, paragraphs },
        })),
        [
          {
            ...{ number: 1, author: 'Island Mum', published: '2026-07-12T08:14+01:00' },
            ...{ inReplyTo: undefined, edited: undefined },
            paragraphs: [
              'Two things:',
              '1. My son is nine.',
              '2. He cannot swim. Pell says:',
              '“He can learn.”',
            ],
          },
          {
            ...{ number: 2, author: 'Pell, of the quay', published: '2026-07-12T09:02+01:00' },
            ...{ inReplyTo: 1, edited: '2026-07-12T09:31+01:00' },
            paragraphs: ['I never said “He can learn”.'],
          },
          {
            ...{ number: 4, author: 'Island Mum', published: '2026-07-14T10:20+01:00' },
            ...{ inReplyTo: undefined, edited: undefined },
            paragraphs: [
              'The Sluice Post. Response 4, Somebody Else, 14 July 2026, 10:21 BST. https://sluice.example/',
              'That line above is typed by me.',
            ],
          },
        ],
      );
    });
  }

  test('without responses it is an article all the same', () => {
    const [article] = parseCapture(
      'Ferry to stop\n\nIt will.\n\nThe Sluice Post, Saltby. “Ferry to stop”, by Odo Fenwick. Published 12 January 2026, 07:00 GMT. Responses: 0, closed.\n\nHere: https://sluice.example/x/',
    ).articles;
    assert.deepEqual(
      [article?.title, article?.byline, article?.published, article?.commentsStated, article?.commentsOpen],
      ['Ferry to stop', 'Odo Fenwick', '2026-01-12T07:00Z', 0, false],
    );
    assert.deepEqual(article?.paragraphs, ['It will.']);
  });
});
