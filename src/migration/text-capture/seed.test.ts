import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decodeCapture } from './decode-capture.ts';
import { parseCapture } from './parse-capture.ts';

const folder = `${process.cwd()}/../shared/seeds`;
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];

test('the page that the project starts from is read whole', {
  skip: files.length === 0 && 'no seeds beside this checkout',
}, () => {
  const decoded = decodeCapture(readFileSync(`${folder}/${files[0]}`));
  assert.ok('text' in decoded);
  const { articles, refused } = parseCapture(decoded.text);
  assert.equal(refused, null);
  assert.equal(articles.length, 1);
  const [article] = articles;
  assert.equal(article?.title, decoded.text.split('\n')[0]?.trim());
  assert.equal(article?.paragraphs.length, 6);
  assert.deepEqual(article?.tags, { names: [], lost: 6 });
  assert.deepEqual([article?.byline, article?.published], [null, null]);
  assert.deepEqual([article?.lostLinks, article?.commentsStated, article?.commentsOpen], [0, 6, true]);
  const comments = article?.comments ?? [];
  assert.deepEqual(
    comments.map((comment) => comment.number),
    [1, 2, 3, 4, 5, 6],
  );
  assert.deepEqual(
    comments.map((comment) => comment.paragraphs.length),
    [1, 1, 1, 5, 1, 4],
  );
  assert.deepEqual(
    comments.map((comment) => comment.lostLinks),
    [0, 0, 0, 2, 0, 1],
  );
  assert.equal(new Set(comments.map((comment) => comment.author)).size, 5);
  assert.ok(comments.every((comment) => comment.published === null && comment.kind === 'comment'));
});
