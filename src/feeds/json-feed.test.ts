import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseJsonFeed } from 'feedsmith';
import { articleItem, type Feed } from './feed.ts';
import { article, articleFeed, emptyFeed, publication } from './fixtures.ts';
import { jsonFeed } from './json-feed.ts';

const read = (feed: Feed) => parseJsonFeed(JSON.parse(jsonFeed(publication, feed)));

test('a JSON Feed reader gets back the feed and the article', () => {
  const feed = read({ ...articleFeed, selfPath: '/feed.json' });
  assert.equal(feed.title, 'The Wrenmouth Ledger');
  assert.equal(feed.home_page_url, 'https://ledger.example/');
  assert.equal(feed.feed_url, 'https://ledger.example/feed.json');
  assert.equal(feed.language, 'en-GB');
  assert.deepEqual(feed.items, [
    {
      id: 'https://ledger.example/2026/03/12/bridge-toll/',
      url: 'https://ledger.example/2026/03/12/bridge-toll/',
      title: article.title,
      content_html: articleItem(publication, article).html,
      summary: article.standfirst,
      date_published: article.publishedAt,
      date_modified: article.updatedAt,
      authors: [{ name: 'Ada Crewe' }, { name: 'نجيب محفوظ' }],
      tags: ['Harbour & port'],
    },
  ]);
});

test('an empty JSON Feed still has its version, title and list of items', () => {
  const feed = JSON.parse(jsonFeed(publication, emptyFeed));
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
  assert.equal(feed.title, 'The Wrenmouth Ledger');
  assert.deepEqual(feed.items, []);
});

test('what an item does not have is left out of it', () => {
  const bare = { ...article, title: '', standfirst: null, authors: [], tags: [] };
  const [item] = JSON.parse(
    jsonFeed(publication, { ...emptyFeed, items: [articleItem(publication, bare)] }),
  ).items;
  assert.deepEqual(Object.keys(item), ['id', 'url', 'content_html', 'date_published', 'date_modified']);
});
