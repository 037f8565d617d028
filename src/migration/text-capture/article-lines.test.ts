import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDate } from './dates.ts';
import { countLostLinks } from './lost-links.ts';
import { parseCapture } from './parse-capture.ts';

const page = (meta: string, below = '') =>
  parseCapture(
    `Bridge toll refused\n\n${meta}\n\nThe board said no, and went home.\n\n${below}\n\nLeave a Reply`,
  ).articles[0];

describe('the lines beside an article', () => {
  for (const [line, byline, published] of [
    ['By Imogen Thrale', 'Imogen Thrale', null],
    ['by Imogen Thrale on March 3, 2011', 'Imogen Thrale', '2011-03-03'],
    ['Posted by Imogen Thrale', 'Imogen Thrale', null],
    ['Posted on March 3, 2011 by admin', 'admin', '2011-03-03'],
    ['Posted by Imogen Thrale on Thursday, 3 March 2011 at 16:05', 'Imogen Thrale', '2011-03-03T16:05'],
    ['March 3, 2011 | By Imogen Thrale | 6 Comments', 'Imogen Thrale', '2011-03-03'],
    ['Written by Imogen Thrale in Harbour', 'Imogen Thrale', null],
    ['By Imogen Thrale, Harbour Correspondent', 'Imogen Thrale', null],
    ['By Imogen Thrale and Corin Maddle', 'Imogen Thrale and Corin Maddle', null],
    ['Par Odile Marchais', 'Odile Marchais', null],
    ['Von Anna Deichgräf', 'Anna Deichgräf', null],
    ['Por Inés Ribera', 'Inés Ribera', null],
    ['Gan Gwenno Rhydderch', 'Gwenno Rhydderch', null],
    ['2011-03-03T16:05:30+01:00', null, '2011-03-03T16:05:30+01:00'],
    ['3 March 2011, 16:05 GMT', null, '2011-03-03T16:05Z'],
    ['03/04/2011', null, null],
    ['23/04/2011', null, '2011-04-23'],
    ['Published: 3rd March 2011', null, '2011-03-03'],
  ] as const) {
    test(`“${line}” is no paragraph, and says who and when`, () => {
      const article = page(line);
      assert.deepEqual([article?.byline, article?.published], [byline, published]);
      assert.deepEqual(article?.paragraphs, ['The board said no, and went home.']);
    });
  }

  test('a byline and a date on lines of one run are each read', () => {
    const article = page('By Imogen Thrale\n3 March 2011\n6 Comments');
    assert.deepEqual([article?.byline, article?.published], ['Imogen Thrale', '2011-03-03']);
    assert.equal(article?.paragraphs.length, 1);
  });

  for (const [line, names, lost] of [
    ['Tags: , , , ,', [], 5],
    ['Tags: a, , b', ['a', 'b'], 1],
    ['Tags: Town council, Tolls', ['Town council', 'Tolls'], 0],
    ['Tags:', [], 1],
    ['Labels: Tolls', ['Tolls'], 0],
    ['Posted in Harbour | Tagged bridge, tolls | 6 Comments', ['bridge', 'tolls'], 0],
    ['Posted in Harbour, Money', [], 0],
    ['Filed under: Harbour, Money', [], 0],
    [
      'This entry was posted in Harbour and tagged bridge, tolls by Imogen Thrale. Bookmark the permalink.',
      ['bridge', 'tolls'],
      0,
    ],
  ] as const) {
    test(`“${line}” gives the tags it has left`, () => {
      const article = page('', line);
      assert.deepEqual(article?.tags, { names: [...names], lost });
      assert.deepEqual(article?.paragraphs, ['The board said no, and went home.']);
    });
  }

  test('the sentence under a Kubrick article gives its date, and whether comments are open', () => {
    const sentence = (end: string) =>
      `This entry was posted on Thursday, March 3rd, 2011 at 4:05 pm and is filed under Harbour. You can follow any responses to this entry through the RSS 2.0 feed. ${end}`;
    const read = (end: string) =>
      parseCapture(`Bridge toll refused\n\nIt was.\n\n${sentence(end)}`).articles[0];
    assert.equal(read('')?.published, '2011-03-03T16:05');
    assert.equal(read('')?.commentsOpen, null);
    assert.equal(read('Both comments and pings are currently closed.')?.commentsOpen, false);
    assert.equal(read('You can leave a response, or trackback from your own site.')?.commentsOpen, true);
  });

  test('a paragraph that begins with “By” or holds a date stays a paragraph', () => {
    const words = [
      'By the river nobody slept.',
      'Posted by the door was a boy, on 3 March 2011, with a bell he rang.',
      'On 3 March 2011 the board met.',
      'Tags: the boy had two of them, and a number besides, on a string.',
    ];
    const article = parseCapture(`Bridge toll refused\n\n${words.join('\n\n')}\n\nLeave a Reply`).articles[0];
    assert.deepEqual(article?.paragraphs, words);
  });
});

describe('a date', () => {
  for (const [text, value] of [
    ['March 3rd, 2011 at 4:05 pm', '2011-03-03T16:05'],
    ['March 3, 2011 @ 12:05 am', '2011-03-03T00:05'],
    ['3 mars 2011 à 16 h 05', '2011-03-03T16:05'],
    ['1er mars 2011', '2011-03-01'],
    ['3. März 2011 um 16:05 Uhr', '2011-03-03T16:05'],
    ['3 de marzo de 2011', '2011-03-03'],
    ['3 Chwefror 2011', '2011-02-03'],
    ['4:05 PM, March 03, 2011', '2011-03-03T16:05'],
    ['12 July 2026, 09:02 BST', '2026-07-12T09:02+01:00'],
    ['2011-03-03 16:05', '2011-03-03T16:05'],
    ['13/4/2011 16:05', '2011-04-13T16:05'],
    ['03/04/2011 16:05', null],
    ['31 February 2011', null],
    ['March 3 at 4:05 pm', null],
  ] as const) {
    test(`“${text}” is ${value ?? 'left open'}`, () => {
      const date = readDate(text);
      assert.ok(date);
      assert.equal(date.value, value);
    });
  }

  test('a sentence without a day is none', () => {
    assert.equal(readDate('It may rain 3 or 4 times in March.'), null);
    assert.equal(readDate('In 2011 there were 3.'), null);
  });
});

describe('a lost link', () => {
  for (const [paragraphs, lost] of [
    [['The whole piece is here:'], 1],
    [
      [
        'The whole piece is here:',
        'And another is here:',
        'Of course nobody will read them, which is a pity.',
      ],
      2,
    ],
    [['He wrote this in the same piece:', '“The bolts are sugar.”'], 0],
    [['She wrote:', '> The bolts are sugar.'], 0],
    [['Three things matter:', '1. Bolts', '2. Tea'], 0],
    [['Three things matter:', '- Bolts', '- Tea'], 0],
    [['Three things matter:', 'Bolts', 'Tea'], 0],
    [['The cost so far:', '£212,000 since May.'], 0],
    [['My question is this:', 'Why does nobody mend the bridge before the winter?'], 0],
    [['Here is the photograph:', 'You can see that the deck has gone on the town side.'], 1],
    [
      [
        'The leaflet they left in the hall of my own library:',
        'The board has nothing to say about that at all.',
      ],
      1,
    ],
    [['The report is at:', 'https://harbour.example/report.pdf'], 0],
    [['Ropewalk:', 'You are wrong about the bridge, as you always were.'], 0],
    [['It costs £3: too much.'], 0],
    [['La suite est ici :'], 1],
    [['Der ganze Artikel steht hier:', 'Ich halte ihn trotzdem für falsch, wie so vieles.'], 1],
  ] as const) {
    test(`${JSON.stringify(paragraphs[0])} before ${JSON.stringify(paragraphs[1] ?? 'nothing')}: ${lost}`, () => {
      assert.equal(countLostLinks(paragraphs), lost);
    });
  }
});
