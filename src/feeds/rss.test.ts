import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRssFeed } from 'feedsmith';
import { articleItem, type Feed } from './feed.ts';
import { article, articleFeed, commentFeed, emptyFeed, publication } from './fixtures.ts';
import { rssFeed } from './rss.ts';
import { readXml, textOf, within } from './strict-xml.ts';

test('an RSS reader gets back the channel and the article', () => {
  const read = parseRssFeed(rssFeed(publication, articleFeed));
  assert.equal(read.title, 'The Wrenmouth Ledger');
  assert.equal(read.link, 'https://ledger.example/');
  assert.equal(read.description, 'News of the harbour');
  assert.equal(read.language, 'en-GB');
  assert.equal(read.lastBuildDate, 'Fri, 13 Mar 2026 09:30:00 GMT');
  assert.deepEqual(read.atom?.links, [
    { href: 'https://ledger.example/feed/', rel: 'self', type: 'application/rss+xml' },
  ]);
  const [item] = read.items ?? [];
  assert.equal(item?.title, article.title);
  assert.equal(item?.link, 'https://ledger.example/2026/03/12/bridge-toll/');
  assert.equal(item?.pubDate, 'Thu, 12 Mar 2026 07:00:00 GMT');
  assert.deepEqual(item?.dc?.creators, ['Ada Crewe', 'نجيب محفوظ']);
  assert.deepEqual(item?.categories, [{ name: 'Harbour & port' }]);
  assert.equal(item?.content?.encoded, articleItem(publication, article).html);
});

test('an RSS item tells of its responses: page, feed and count', () => {
  const [item] = parseRssFeed(rssFeed(publication, articleFeed)).items ?? [];
  assert.equal(item?.comments, 'https://ledger.example/2026/03/12/bridge-toll/#responses');
  assert.equal(item?.wfw?.commentRss, 'https://ledger.example/2026/03/12/bridge-toll/feed/');
  assert.equal(item?.slash?.comments, 2);
  const [response] = parseRssFeed(rssFeed(publication, commentFeed)).items ?? [];
  assert.equal(response?.comments, undefined);
  assert.equal(response?.title, 'Wilf on “A toll on the bridge”');
});

test('a GUID is a permalink only where it is the address of the item', () => {
  const guidOf = (feed: Feed) => parseRssFeed(rssFeed(publication, feed)).items?.[0]?.guid;
  assert.deepEqual(guidOf(articleFeed), {
    value: 'https://ledger.example/2026/03/12/bridge-toll/',
    isPermaLink: true,
  });
  const guid = 'https://old.example/?p=17&x=1';
  const imported = { ...articleFeed, items: [articleItem(publication, { ...article, guid })] };
  assert.deepEqual(guidOf(imported), { value: guid, isPermaLink: false });
});

test('a description is HTML, so a summary’s own signs are kept as text', () => {
  const standfirst = 'Is 1 < 2 & <b>3</b>?';
  const feed = { ...articleFeed, items: [articleItem(publication, { ...article, standfirst })] };
  const [item] = parseRssFeed(rssFeed(publication, feed)).items ?? [];
  assert.equal(item?.description, 'Is 1 &lt; 2 &amp; &lt;b&gt;3&lt;/b&gt;?');
});

test('every channel and item has what RSS 2.0 requires, even where nothing was written', () => {
  const blank = articleItem(publication, { ...article, title: ' ', standfirst: null, authors: [] });
  for (const feed of [emptyFeed, { ...emptyFeed, title: '' }, { ...emptyFeed, items: [blank] }]) {
    const [channel] = within(readXml(rssFeed(publication, feed)), 'channel');
    assert.ok(channel);
    for (const name of ['title', 'link', 'description']) assert.ok(textOf(channel, name), name);
    for (const item of within(channel, 'item'))
      assert.ok(textOf(item, 'title') ?? textOf(item, 'description'));
  }
});
