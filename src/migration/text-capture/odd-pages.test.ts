import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CapturedArticle } from './capture-result.ts';
import { parseCapture } from './parse-capture.ts';

const STORY = 'Night bus ends\n\nThe night bus has ended. Nobody rode it after nine.';

function read(text: string): CapturedArticle {
  const [article] = parseCapture(text).articles;
  assert.ok(article, text);
  return article;
}
const thread = (article: CapturedArticle) =>
  article.comments.map(({ author, paragraphs }) => [author, ...paragraphs]);

describe('what themes set around words', () => {
  test('bare numbers above the items count them', () => {
    for (const mark of ['', '#']) {
      const article = read(
        `${STORY}\n\n2 Comments\n\n${mark}1\n\nPosted by Ada on March 3, 2011 at 4:05 pm\n\nI rode it.\n\n1961\n\n${mark}2\n\nPosted by Bob on March 3, 2011 at 5:05 pm\n\nSo did I.`,
      );
      assert.deepEqual(thread(article), [
        ['Ada', 'I rode it.', '1961'],
        ['Bob', 'So did I.'],
      ]);
    }
  });

  test('links on one line, and a form below the response that it answers, are no words', () => {
    const article = read(
      `${STORY}\n\n2 Comments\n\nAda • March 3, 2011\n\nI rode it.\n\nReply • Share\n\nLeave a Reply to Ada\nCancel reply\nYour email address will not be published. Required fields are marked *\n\nBob • March 4, 2011\n\nEdit:\n\nso did I.\n\nReply • Share\n\nLeave a Reply Cancel reply`,
    );
    assert.deepEqual(thread(article), [
      ['Ada', 'I rode it.'],
      ['Bob', 'Edit:', 'so did I.'],
    ]);
    assert.equal(article.commentsOpen, true);
    assert.equal(article.notes, undefined);
  });

  test('a list of places to share and a bare heading above the counting one are no words', () => {
    const article = read(
      `${STORY}\n\nHere is a picture:\n\nShare this: Facebook Twitter\n\nComments\n\n1 response to “Night bus ends”\n\n1. Ada says:\n\nI rode it.\n\nLeave a Reply`,
    );
    assert.deepEqual(article.paragraphs, [
      'The night bus has ended. Nobody rode it after nine.',
      'Here is a picture:',
    ]);
    assert.equal(article.lostLinks, 1);
  });

  test('a question to readers does not end an article that has no heading', () => {
    const article = read(
      `Night bus ends\n\nBy Ida Quill\n\nIt has ended.\n\nWhat do you think?\n\nTell us by post, or at the counter on Fridays.\n\nLeave a comment`,
    );
    assert.deepEqual(article.paragraphs, [
      'It has ended.',
      'What do you think?',
      'Tell us by post, or at the counter on Fridays.',
    ]);
  });
});
