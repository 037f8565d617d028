import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAtomFeed } from 'feedsmith';
import { atomFeed } from './atom.ts';
import { articleItem, commentItem } from './feed.ts';
import { article, articleFeed, comment, commentFeed, emptyFeed, publication } from './fixtures.ts';
import { readXml, textOf, within } from './strict-xml.ts';

const articleAddress = 'https://ledger.example/2026/03/12/bridge-toll/';

test('an Atom reader gets back the feed and the article', () => {
  const read = parseAtomFeed(atomFeed(publication, { ...articleFeed, selfPath: '/feed/atom/' }));
  assert.equal(read.id, 'https://ledger.example/feed/atom/');
  assert.equal(read.title?.value, 'The Wrenmouth Ledger');
  assert.equal(read.subtitle?.value, 'News of the harbour');
  assert.equal(read.updated, '2026-03-13T09:30:00.000Z');
  assert.deepEqual(read.links, [
    { rel: 'self', type: 'application/atom+xml', href: 'https://ledger.example/feed/atom/' },
    { rel: 'alternate', type: 'text/html', href: 'https://ledger.example/' },
  ]);
  const [entry] = read.entries ?? [];
  assert.equal(entry?.id, articleAddress);
  assert.equal(entry?.published, article.publishedAt);
  assert.equal(entry?.updated, article.updatedAt);
  assert.deepEqual(
    entry?.authors?.map(({ name }) => name),
    ['Ada Crewe', 'نجيب محفوظ'],
  );
  assert.equal(entry?.summary?.value, article.standfirst);
  assert.deepEqual(entry?.content, { type: 'html', value: articleItem(publication, article).html });
  assert.deepEqual(entry?.categories, [{ term: 'Harbour & port' }]);
});

test('an Atom entry links to its responses with their count and the time of the newest', () => {
  const [entry] = parseAtomFeed(atomFeed(publication, articleFeed)).entries ?? [];
  const thr = { count: 2, updated: '2026-03-12T08:15:00.000Z' };
  assert.deepEqual(
    entry?.links?.filter(({ rel }) => rel === 'replies'),
    [
      { rel: 'replies', type: 'text/html', href: `${articleAddress}#responses`, thr },
      { rel: 'replies', type: 'application/rss+xml', href: `${articleAddress}feed/`, thr },
    ],
  );
});

test('a response says what it is in reply to by the id which that has in its own feed', () => {
  const [entry] = parseAtomFeed(atomFeed(publication, commentFeed)).entries ?? [];
  const [answered] = parseAtomFeed(atomFeed(publication, articleFeed)).entries ?? [];
  assert.deepEqual(entry?.thr?.inReplyTos, [{ ref: answered?.id, href: articleAddress, type: 'text/html' }]);
});

test('an imported GUID that is no IRI gives way to the address, in the entry and in answers to it', () => {
  const guid = '17 at https://old.example';
  const articles = { ...articleFeed, items: [articleItem(publication, { ...article, guid })] };
  assert.equal(parseAtomFeed(atomFeed(publication, articles)).entries?.[0]?.id, articleAddress);
  const inReplyTo = { id: guid, path: article.path };
  const comments = { ...commentFeed, items: [commentItem(publication, { ...comment, inReplyTo })] };
  const [entry] = parseAtomFeed(atomFeed(publication, comments)).entries ?? [];
  assert.equal(entry?.thr?.inReplyTos?.[0]?.ref, articleAddress);
  const tag = 'tag:blogger.com,1999:blog-1.post-2';
  const kept = { ...articleFeed, items: [articleItem(publication, { ...article, guid: tag })] };
  assert.equal(parseAtomFeed(atomFeed(publication, kept)).entries?.[0]?.id, tag);
});

test('every feed and entry has what RFC 4287 requires, even where nothing was written', () => {
  const blank = articleItem(publication, { ...article, title: '', standfirst: null, authors: [] });
  for (const feed of [emptyFeed, { ...emptyFeed, title: '' }, { ...emptyFeed, items: [blank] }]) {
    const root = readXml(atomFeed(publication, feed));
    assert.equal(textOf(root, 'id'), 'https://ledger.example/feed/');
    for (const holder of [root, ...within(root, 'entry')])
      for (const name of ['id', 'title', 'updated']) assert.equal(within(holder, name).length, 1, name);
    const [author] = within(root, 'author');
    assert.equal(author && textOf(author, 'name'), publication.title);
  }
});
