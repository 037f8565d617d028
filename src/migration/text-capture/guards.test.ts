import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CapturedArticle } from './capture-result.ts';
import { parseCapture } from './parse-capture.ts';

const STORY =
  'Bridge toll refused\n\nThe board said on Monday that nothing had been decided about the bridge.';

function read(text: string): CapturedArticle {
  const { articles, refused } = parseCapture(text);
  assert.equal(refused, null);
  assert.ok(articles[0]);
  return articles[0];
}
const authors = (article: CapturedArticle) => article.comments.map((comment) => comment.author);
const bodies = (article: CapturedArticle) => article.comments.map((comment) => comment.paragraphs);

describe('what only looks like a response', () => {
  test('a numbered list inside a response does not split it', () => {
    const article = read(`${STORY}

3 Responses to “Bridge toll refused”

1. Ropewalk says:

There are three reasons:

1. The bridge is old.

2. The board is poor.

3. Nobody asked Eastgate.

2. Tea Stall says:

1. Agreed.

3. Half-Tide says:

Not by me.

Leave a Reply`);
    assert.deepEqual(authors(article), ['Ropewalk', 'Tea Stall', 'Half-Tide']);
    assert.equal(article.comments[0]?.paragraphs.length, 4);
    assert.deepEqual(
      article.comments.map((comment) => comment.lostLinks),
      [0, 0, 0],
    );
  });

  for (const [name, line] of [
    ['“he said:”', 'he said:'],
    ['“Mr Pell says:”', 'Mr Pell says:'],
    ['“As the clerk of the board says:”', 'As the clerk of the board says:'],
    ['“The harbour master said:”', 'The harbour master says:'],
  ]) {
    for (const style of ['numbered', 'unnumbered']) {
      test(`${name} inside a response among ${style} ones does not split it`, () => {
        const mark = (number: number) => (style === 'numbered' ? `${number}. ` : '');
        const article = read(`${STORY}

2 Responses to “Bridge toll refused”

${mark(1)}Ropewalk says:

I was there.

${line}

“The bolts are sugar.”

Judge for yourselves.

${mark(2)}Tea Stall says:

I sold them tea.

Leave a Reply`);
        assert.deepEqual(authors(article), ['Ropewalk', 'Tea Stall']);
        assert.equal(article.comments[0]?.paragraphs.length, 4);
      });
    }
  }

  test('a speaker introduced inside a response is no response where the others have dates', () => {
    const article = read(`${STORY}

4 Comments

Ropewalk says:
March 3, 2011 at 4:05 pm

I asked her.

Pell says:

That is all she told me.

Tea Stall says:
March 3, 2011 at 5:05 pm

Quite.

Leave a Reply`);
    assert.deepEqual(authors(article), ['Ropewalk', 'Tea Stall']);
    assert.deepEqual(article.comments[0]?.paragraphs, [
      'I asked her.',
      'Pell says:',
      'That is all she told me.',
    ]);
  });

  test('an article that speaks of “3 Responses to …” keeps its words', () => {
    const article = read(`Bridge toll refused

3 Responses to the flood

The board names three. “He says:” is how each begins.

He says:

“Wait.”

1. Mend the bridge.

2. Dredge the channel.

2 Responses to “Bridge toll refused”

1. Ropewalk says:

3 Responses to “Bridge toll refused”? I count two.

2. Tea Stall says:

So do I.

Leave a Reply`);
    assert.equal(article.paragraphs.length, 6);
    assert.equal(article.commentsStated, 2);
    assert.deepEqual(authors(article), ['Ropewalk', 'Tea Stall']);
  });

  test('a signature quoted in a response does not split it', () => {
    const article = read(`${STORY}

Comments (2)

Somebody wrote below the last story:

Comment by Pell

and never came back.

Posted by: Ropewalk | March 3, 2011 04:05 PM

He did.

Posted by: Tea Stall | March 3, 2011 05:05 PM

Post a comment`);
    assert.deepEqual(authors(article), ['Ropewalk', 'Tea Stall']);
    assert.equal(article.comments[0]?.paragraphs.length, 3);
  });

  test('“Comments are closed.” typed by a reader does not end the thread', () => {
    const article = read(`${STORY}

2 Responses to “Bridge toll refused”

1. Ropewalk says:

Comments are closed.

Or so they told me.

2. Tea Stall says:

They are not.

Leave a Reply`);
    assert.deepEqual(bodies(article), [['Comments are closed.', 'Or so they told me.'], ['They are not.']]);
    assert.equal(article.commentsOpen, true);
  });
});

describe('what themes do to a thread', () => {
  test('answers whose numbering begins again at 1 keep their place in the capture', () => {
    const article = read(`${STORY}

5 Responses to “Bridge toll refused”

1. Ropewalk says:

First.

1. Tea Stall says:

Answer.

2. Half-Tide says:

Another answer.

1. Ropewalk says:

Deeper.

2. Sluice says:

Second.

Leave a Reply`);
    assert.deepEqual(
      article.comments.map((comment) => comment.number),
      [1, 2, 3, 4, 5],
    );
    assert.deepEqual(authors(article), ['Ropewalk', 'Tea Stall', 'Half-Tide', 'Ropewalk', 'Sluice']);
  });

  test('pingbacks and trackbacks are told from comments', () => {
    const article = read(`${STORY}

4 Responses to “Bridge toll refused”

1. Ropewalk says:

First.

2. Pingback: The Marl Cross Gazette

3. Estuary Notes » Tolls says:

[…] the board, as the Ledger reports, has refused […]

4. Trackback:

Leave a Reply`);
    assert.deepEqual(
      article.comments.map((comment) => comment.kind),
      ['comment', 'pingback', 'pingback', 'pingback'],
    );
    assert.deepEqual(authors(article), ['Ropewalk', 'The Marl Cross Gazette', 'Estuary Notes » Tolls', null]);
  });

  test('Classic pingbacks are signed below their excerpt', () => {
    const article = read(`${STORY}

2 Comments »

First.

Comment by Ropewalk — March 3, 2011 @ 4:05 pm

[...] the board has refused [...]

Pingback by Estuary Notes — March 4, 2011 @ 9:00 am

RSS feed for comments on this post. TrackBack URL

Leave a comment`);
    assert.deepEqual(
      article.comments.map(({ author, kind, published }) => [author, kind, published]),
      [
        ['Ropewalk', 'comment', '2011-03-03T16:05'],
        ['Estuary Notes', 'pingback', '2011-03-04T09:00'],
      ],
    );
  });

  test('item lines that lost their links still open responses', () => {
    for (const [line, author] of [
      ['says:', null],
      ['on said:', null],
      ['Ropewalk on said:', 'Ropewalk'],
      ['At 10:02 AM, Anonymous Ropewalk said...', 'Ropewalk'],
      ['At 10:02 AM, Anonymous said...', 'Anonymous'],
      ['# Ropewalk on March 3, 2011 at 4:05 pm', 'Ropewalk'],
      ['Ropewalk | March 3, 2011 4:05 PM | Reply', 'Ropewalk'],
    ] as const) {
      const article = read(
        `${STORY}\n\n2 Comments\n\n${line}\n\nFirst.\n\n${line}\n\nSecond.\n\nLeave a Reply`,
      );
      assert.deepEqual(authors(article), [author, author], line);
      assert.deepEqual(bodies(article), [['First.'], ['Second.']], line);
    }
  });

  for (const [name, thread, expected] of [
    [
      'newest first',
      '3. Sluice says:\n\nLast.\n\n2. Half-Tide says:\n\nThen.\n\n1. A says:\n\nFirst.\n\nLeave a Reply',
      ['Sluice', 'Half-Tide', 'A'],
    ],
    [
      'below its form',
      'Leave a Reply\n\nName (required)\n\n1. A says:\n\nB.\n\n2. C says:\n\nD.\n\n3. E says:\n\nF.\n\nArchives',
      ['A', 'C', 'E'],
    ],
    [
      'with the words on the item line',
      '1. A says: B.\n\n2. C says: D.\n\n3. E says: F.\n\nG.\n\nLeave a Reply',
      ['A', 'C', 'E'],
    ],
    [
      'with its numbers on their own lines',
      '1.\nA\nMarch 3, 2011\n\nB.\n\n2.\nC\nMarch 3, 2011\n\nD.\n\n3.\nE\nMarch 3, 2011\n\nF.\n\nLeave a Reply',
      ['A', 'C', 'E'],
    ],
    [
      'signed above the words',
      'Posted by A on March 3, 2011 4:05 PM\n\nB.\n\nPosted by C on March 3, 2011 4:06 PM\n\nD.\n\nPosted by E on March 3, 2011 4:07 PM\n\nF.\n\nPost a comment',
      ['A', 'C', 'E'],
    ],
    [
      'without blank lines',
      '1. A says:\nB.\n2. C says:\nD.\n3. E says:\nF.\n\nLeave a Reply',
      ['A', 'C', 'E'],
    ],
  ] as const) {
    test(`a thread printed ${name} is told apart`, () => {
      const article = read(`${STORY}\n\n3 Responses to “Bridge toll refused”\n\n${thread}`);
      assert.deepEqual(authors(article), expected);
    });
  }

  test('numbered words without any name are responses of unknown writers', () => {
    const article = read(
      `${STORY}\n\n5 Responses to “Bridge toll refused”\n\n1. First words.\n\n2. Second words.\n\nLeave a Reply`,
    );
    assert.deepEqual(authors(article), [null, null]);
    assert.deepEqual(bodies(article), [['First words.'], ['Second words.']]);
    assert.equal(article.commentsStated, 5);
    assert.ok(article.notes?.some((note) => note.includes('states 5')));
  });

  test('side bars before and after are no part of anything', () => {
    const article = read(`The Wrenmouth Ledger

Home
About
Contact

« Ferry sold again

Bridge toll refused

March 3, 2011

By Imogen Thrale

The board said no.

Share this:
Tweet
Facebook

Posted in Harbour

2 Responses to “Bridge toll refused”

1. Ropewalk says:

Good.

2. Tea Stall says:

Bad.

Recent Comments

Ropewalk on Bridge toll refused

Tea Stall on Ferry sold again

Archives

March 2011`);
    assert.equal(article.title, 'Bridge toll refused');
    assert.deepEqual(article.paragraphs, ['The board said no.']);
    assert.deepEqual([article.byline, article.published], ['Imogen Thrale', '2011-03-03']);
    assert.deepEqual(bodies(article), [['Good.'], ['Bad.']]);
    assert.equal(article.commentsOpen, null);
    assert.deepEqual(article.tags, { names: [], lost: 0 });
  });

  test('a page without responses is an article', () => {
    for (const [end, stated, open] of [
      ['No Responses to “Bridge toll refused”\n\nLeave a Reply', 0, true],
      ['Leave a Reply', null, true],
      ['No Comments\n\nComments are closed.', 0, false],
      ['0 comments:\n\nPost a Comment', 0, true],
    ] as const) {
      const article = read(`${STORY}\n\n${end}`);
      assert.deepEqual(
        [article.commentsStated, article.commentsOpen, article.comments.length],
        [stated, open, 0],
        end,
      );
      assert.equal(article.paragraphs.length, 1);
    }
  });

  test('windows line ends, no-break spaces, soft hyphens and a byte order mark do not matter', () => {
    const article = read(
      '\ufeffBridge toll re\u00adfused\r\n\r\nOne\u00a0two\u200b  three.\r\nFour.\r\n\r\n1 Response to \u201cBridge toll refused\u201d\r\n\r\n1.\u00a0Ropewalk says:\r\n\r\nYes.\r\n',
    );
    assert.equal(article.title, 'Bridge toll refused');
    assert.deepEqual(article.paragraphs, ['One two three. Four.']);
    assert.deepEqual(authors(article), ['Ropewalk']);
  });

  test('a capture with a line per paragraph and no blank lines is read by its lines', () => {
    const article = read(
      'Bridge toll refused\nOne.\nTwo.\n2 Responses to “Bridge toll refused”\n1. Ropewalk says:\nYes.\nNo.\n2. Tea Stall says:\nTea.\nLeave a Reply',
    );
    assert.deepEqual(article.paragraphs, ['One.', 'Two.']);
    assert.deepEqual(bodies(article), [['Yes.', 'No.'], ['Tea.']]);
  });

  test('a title cut short in the heading, or wrapped over lines, is still the title', () => {
    for (const heading of [
      '2 Responses to “Harbour board to push for a toll on…”',
      '2 Responses to “Harbour board to push\nfor a toll on Eastgate bridge”',
    ]) {
      const article = read(
        `Harbour board to push for a toll on Eastgate bridge\n\nWords.\n\n${heading}\n\n1. A says:\n\nB.\n\n2. C says:\n\nD.`,
      );
      assert.equal(article.title, 'Harbour board to push for a toll on Eastgate bridge');
      assert.equal(article.commentsStated, 2);
      assert.deepEqual(article.paragraphs, ['Words.']);
      assert.equal(article.comments.length, 2);
    }
  });
});
