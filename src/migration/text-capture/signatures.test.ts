import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CapturedArticle } from './capture-result.ts';
import { parseCapture } from './parse-capture.ts';

const WORDS = ['The board said on Monday that nothing had been decided.', 'Nobody asked it why.'];
const STORY = `Bridge toll refused\n\n${WORDS.join('\n\n')}`;

function read(text: string): CapturedArticle {
  const [article] = parseCapture(text).articles;
  assert.ok(article, text);
  return article;
}
const authors = (article: CapturedArticle) => article.comments.map((comment) => comment.author);
const bodies = (article: CapturedArticle) => article.comments.map((comment) => comment.paragraphs);

describe('a count under the title without a second heading', () => {
  for (const count of ['Comments: 2', '2 comments', '2 Responses']) {
    for (const words of [WORDS.slice(0, 1), WORDS, [...WORDS, ...WORDS]]) {
      test(`${count} over ${words.length} paragraphs leaves them to the article`, () => {
        const article = read(
          `Bridge toll refused\n\n${count}\n\n${words.join('\n\n')}\n\nAda says:\n\nFirst words.\n\nBob says:\n\nSecond words.\n\nLeave a Reply`,
        );
        assert.deepEqual(article.paragraphs, words);
        assert.deepEqual(authors(article), ['Ada', 'Bob']);
        assert.deepEqual(bodies(article), [['First words.'], ['Second words.']]);
        assert.equal(article.commentsStated, 2);
      });
    }
  }

  test('signatures below: what stands above the first one is the article, and the notes say so', () => {
    const article = read(
      `Bridge toll refused\n\n2 comments\n\n${WORDS.join('\n\n')}\n\nComment by Ada — March 3, 2011 @ 4:05 pm\n\nSecond words.\n\nComment by Bob — March 3, 2011 @ 4:06 pm\n\nLeave a Reply`,
    );
    assert.deepEqual(article.paragraphs, WORDS);
    assert.deepEqual(bodies(article), [[], ['Second words.']]);
    assert.match(article.notes?.join(' ') ?? '', /first response/u);
  });

  test('signatures below numbered words: the first number ends the article', () => {
    const article = read(
      `Bridge toll refused\n\n2 comments\n\n${WORDS.join('\n\n')}\n\n1. First words.\n\nComment by Ada — March 3, 2011 @ 4:05 pm\n\n2. Second words.\n\nComment by Bob — March 3, 2011 @ 4:06 pm\n\nLeave a Reply`,
    );
    assert.deepEqual(article.paragraphs, WORDS);
    assert.deepEqual(bodies(article), [['First words.'], ['Second words.']]);
  });
});

describe('names alone on a line', () => {
  for (const [name, one, two, published] of [
    [
      'a colon, then the date',
      'Ada:\nMarch 3, 2011 at 4:05 pm',
      'Bob:\nMarch 3, 2011 at 4:06 pm',
      '2011-03-03T16:05',
    ],
    ['a colon, a blank line, the date', 'Ada:\n\n3 March 2011', 'Bob:\n\n4 March 2011', '2011-03-03'],
    ['the date below', 'Ada\nMarch 3, 2011', 'Bob\nMarch 4, 2011', '2011-03-03'],
    ['the date without its year', 'Ada\n\n3 March', 'Bob\n\n4 March', null],
    ['a colon and no date', 'Ada:', 'Bob Quillon:', null],
  ] as const) {
    test(`${name}: read where the page states as many`, () => {
      const article = read(
        `${STORY}\n\n2 Comments\n\n${one}\n\nFirst words.\n\nMore of them:\n\nthis.\n\n${two}\n\nSecond words.\n\nLeave a Reply`,
      );
      assert.deepEqual(article.paragraphs, WORDS);
      assert.deepEqual(
        authors(article).map((author) => author?.split(' ')[0]),
        ['Ada', 'Bob'],
      );
      assert.deepEqual(bodies(article), [['First words.', 'More of them:', 'this.'], ['Second words.']]);
      assert.equal(article.comments[0]?.published, published);
    });
  }

  test('they are read below a count under the title too', () => {
    const article = read(
      `Bridge toll refused\n\nComments: 2\n\n${WORDS.join('\n\n')}\n\nAda:\n3 March 2011\n\nFirst words.\n\nBob:\n4 March 2011\n\nSecond words.\n\nLeave a Reply`,
    );
    assert.deepEqual(article.paragraphs, WORDS);
    assert.deepEqual(bodies(article), [['First words.'], ['Second words.']]);
  });

  test('they are words where the page states another number', () => {
    const article = read(`${STORY}\n\n5 Comments\n\nAda:\n\nFirst.\n\nBob:\n\nSecond.\n\nLeave a Reply`);
    assert.equal(article.comments.length, 0);
  });
});

describe('a capture that quotes every line', () => {
  const page = `${STORY}\n\n2 Responses to “Bridge toll refused”\n\n1. rootstock says:\n\n> Quoted.\n\nFirst words.\n\n2. Bob says:\n\nSecond words.\n\nLeave a Reply`;
  test('is read without the marks', () => {
    for (const mark of ['> ', '>', '>> ']) {
      const quoted = page
        .split('\n')
        .map((line) => `${mark}${line}`.trimEnd())
        .join('\n');
      assert.deepEqual(parseCapture(quoted), parseCapture(page), mark);
    }
  });

  test('a mark is never part of a name', () => {
    const article = read(`${STORY}\n\n2 Comments\n\n> rootstock says:\n\n> First words.\n\nLeave a Reply`);
    assert.ok(authors(article).every((author) => author === null || !author.startsWith('>')));
  });
});

describe('large numbers in a heading', () => {
  for (const heading of [
    '1,200 Responses to “Bridge toll refused”',
    '1.200 Antworten auf „Bridge toll refused“',
    '1 200 réponses à « Bridge toll refused »',
    '1’200 Kommentare',
    'Comments (1,200)',
    '1,200 Comments »',
  ]) {
    test(heading, () => {
      const article = read(`${STORY}\n\n${heading}\n\n1. Ada says:\n\nFirst words.\n\nLeave a Reply`);
      assert.equal(article.commentsStated, 1200);
      assert.deepEqual(article.paragraphs, WORDS);
    });
  }
});
