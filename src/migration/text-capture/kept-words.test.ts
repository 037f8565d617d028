import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CapturedArticle } from './capture-result.ts';
import { parseCapture } from './parse-capture.ts';

const STORY =
  'Bridge toll refused\n\nThe board said on Monday that nothing had been decided about the bridge.';
const THREAD =
  '2 Responses to “Bridge toll refused”\n\n1. Ropewalk says:\n\nI was there.\n\n2. Tea Stall says:\n\nSo was I.';

function read(text: string): CapturedArticle {
  const [article] = parseCapture(text).articles;
  assert.ok(article);
  return article;
}
const lastWords = (article: CapturedArticle) => article.comments.at(-1)?.paragraphs;

describe('words that stand beside what themes print', () => {
  for (const line of ['Related', 'You may also like', 'Articles similaires', 'Trackbacks', 'Related posts']) {
    test(`paragraphs below “${line}” stay in the article`, () => {
      const article = read(`${STORY}

${line}

The clerk said that the minutes would be read again in the hall.

Nobody asked who would pay for the tea.

${THREAD}

Leave a Reply`);
      assert.ok(
        article.paragraphs.includes('The clerk said that the minutes would be read again in the hall.'),
      );
      assert.ok(article.paragraphs.includes('Nobody asked who would pay for the tea.'));
      assert.equal(article.comments.length, 2);
    });
  }

  test('titles below “Related” are left out, and that is said', () => {
    const article = read(`${STORY}

You may also like

Ferry sold again

Who pays for the lights?

${THREAD}

Leave a Reply`);
    assert.equal(article.paragraphs.length, 1);
    assert.deepEqual(article.notes, [
      '2 lines below “You may also like” were left out, beginning “Ferry sold again”.',
    ]);
  });

  test('“Reply” between two paragraphs of a response is noise by itself', () => {
    const article = read(`${STORY}

${THREAD}

Reply

I stayed until the end of it.

Reply

Leave a Reply`);
    assert.deepEqual(lastWords(article), ['So was I.', 'I stayed until the end of it.']);
    assert.equal(article.notes, undefined);
  });

  for (const line of [
    'You may use these HTML tags and attributes: none',
    'Required fields are marked *',
    'What do you think?',
    'Comments are closed.',
    'Links',
    'About',
    'More from the clerk came on Tuesday.',
  ]) {
    test(`“${line}” within the last response does not end it while words and the form follow`, () => {
      const article = read(`${STORY}

${THREAD}

${line}

I stayed until the end of it.

Leave a Reply`);
      assert.equal(lastWords(article)?.at(-1), 'I stayed until the end of it.');
    });
  }

  test('a form that gives its rules is still the end of the thread', () => {
    const article = read(`${STORY}

${THREAD}

Leave a Reply

Your email address will not be published. Required fields are marked *

You may use these HTML tags and attributes: none

Notify me of follow-up comments by email.

Post Comment`);
    assert.deepEqual(lastWords(article), ['So was I.']);
    assert.equal(article.notes, undefined);
  });

  test('sentences that stand nowhere else are told in the notes', () => {
    const article = read(`${STORY}

${THREAD}

Leave a Reply

Recent Comments

The board has written to say that it was misquoted.

It was not misquoted by anybody here.`);
    assert.deepEqual(lastWords(article), ['So was I.']);
    assert.deepEqual(article.notes, [
      '2 lines that hold sentences were left out, beginning “The board has written to say that it…”.',
    ]);
  });

  test('a sentence between the heading and the first response is told', () => {
    const article = read(`${STORY}

${THREAD.replace('1. Rope', 'The editor asks everybody to be brief and kind.\n\n1. Rope')}

Leave a Reply`);
    assert.equal(article.comments.length, 2);
    assert.deepEqual(article.notes, [
      'A line that holds a sentence was left out: “The editor asks everybody to be brief and…”.',
    ]);
  });
});
