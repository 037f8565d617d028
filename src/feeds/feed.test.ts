import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleItem, commentItem, itemId } from './feed.ts';
import { article, comment, publication } from './fixtures.ts';

test('an article and a response are known by their lasting addresses', () => {
  assert.equal(articleItem(publication, article).id, 'https://ledger.example/2026/03/12/bridge-toll/');
  assert.equal(
    commentItem(publication, comment).id,
    'https://ledger.example/2026/03/12/bridge-toll/responses/2/',
  );
});

test('a correction, new responses and a new place in the thread leave the ids as they were', () => {
  const corrected = {
    ...article,
    title: 'Toll refused',
    updatedAt: '2026-04-01T00:00:00.000Z',
    responses: 90,
  };
  assert.equal(articleItem(publication, corrected).id, articleItem(publication, article).id);
  const moved = { ...comment, name: 'W.', place: '/2026/03/12/bridge-toll/comment-page-2/#response-2' };
  assert.equal(commentItem(publication, moved).id, commentItem(publication, comment).id);
});

test('what was imported keeps the GUID it had', () => {
  const guid = 'https://old.example/?p=17';
  assert.equal(articleItem(publication, { ...article, guid }).id, guid);
  assert.equal(commentItem(publication, { ...comment, guid: 'comment-9' }).id, 'comment-9');
  assert.equal(itemId(publication, article.path, ' '), itemId(publication, article.path));
});

test('links are made whole as they resolve on the page the words stand on', () => {
  const { html } = articleItem(publication, article);
  assert.match(html, /href="https:\/\/ledger\.example\/2026\/01\/02\/minutes\/\?a=1&#x26;b=2"/);
  assert.match(html, /href="https:\/\/ledger\.example\/2026\/03\/12\/bridge-toll\/#response-1"/);
  assert.match(html, /href="https:\/\/board\.example"/);
  const response = commentItem(publication, comment).html;
  assert.match(response, /href="https:\/\/ledger\.example\/2026\/03\/12\/bridge-toll\/#response-1"/);
});

test('a response answers its article unless it names another response', () => {
  assert.deepEqual(commentItem(publication, comment).inReplyTo, {
    id: articleItem(publication, article).id,
    path: article.path,
  });
  const path = '/2026/03/12/bridge-toll/responses/1/';
  const inReplyTo = { id: itemId(publication, path), path };
  assert.deepEqual(commentItem(publication, { ...comment, inReplyTo }).inReplyTo, inReplyTo);
});

test('a response that was edited is updated then, any other when it was published', () => {
  assert.equal(commentItem(publication, comment).updatedAt, comment.publishedAt);
  const editedAt = '2026-03-12T08:20:00.000Z';
  assert.equal(commentItem(publication, { ...comment, editedAt }).updatedAt, editedAt);
});
