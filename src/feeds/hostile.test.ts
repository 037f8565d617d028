import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { cleanHtml } from '../lib/clean-html.ts';
import { atomFeed } from './atom.ts';
import { articleItem, commentItem, type Feed, itemId } from './feed.ts';
import { article, articleFeed, comment, publication } from './fixtures.ts';
import { jsonFeed } from './json-feed.ts';
import { newsSitemap } from './news-sitemap.ts';
import { rssFeed } from './rss.ts';
import { type ReadElement, readXml, textOf, within } from './strict-xml.ts';
import { legalText } from './xml.ts';

const hostile = [
  '<script>alert(1)</script>',
  '</title><item>',
  'a ]]> b <![CDATA[ c',
  '<!-- a -->',
  '<?xml version="1.1"?>',
  '<!DOCTYPE x [<!ENTITY y "z">]>&y;',
  'Tom & Jerry &amp; &lt;b&gt; &#0; &#x1; &bogus;',
  '"\'><a href="javascript:alert(1)">',
  'nul\u0000 bell\u0007 escape\u001b \ufffe\uffff half \ud800 pair',
  'שלום \u202eevil\u202c نجيب',
  'line\r\nline\ttab\u0085\u2028\u2029',
  '👩‍👩‍👧 𝔘',
];
const words = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'<>&]"\'!-[/?;#x0 \t\r\n\u0000\ud800\udc00') }),
);
type Texts = { title: string; name: string; summary: string | null; tag: string; guid: string; html: string };
const texts: fc.Arbitrary<Texts> = fc.record({
  ...{ title: words, name: words, summary: fc.option(words), tag: words, guid: words, html: words },
});
const plain: Texts = { title: 't', name: 'n', summary: null, tag: 'g', guid: 'i', html: '<p>h</p>' };

/** A feed whose every text is somebody's: of an article, and of a response to it. */
function feedOf({ title, name, summary, tag, guid, ...text }: Texts): Feed {
  const html = cleanHtml(text.html, 'article');
  const written = {
    ...article,
    title,
    standfirst: summary,
    html,
    guid,
    authors: [{ name, path: '/author/x/' }],
  };
  const answer = { ...comment, name, html, article: { title, path: article.path }, guid };
  return {
    ...articleFeed,
    ...{ title, description: summary ?? '' },
    items: [
      articleItem(publication, { ...written, tags: [{ name: tag, path: '/tag/x/' }] }),
      commentItem(publication, { ...answer, inReplyTo: { id: guid, path: article.path } }),
    ],
  };
}

function elementNames(element: ReadElement): string[] {
  return [element.name, ...element.children.flatMap((c) => (typeof c === 'string' ? [] : elementNames(c)))];
}

/** The elements of a document as a set, so that words which became markup would show. */
function kinds(xml: string): Set<string> {
  return new Set(elementNames(readXml(xml)));
}

const shown = (text: string) => legalText(text).trim() || undefined;

test('whatever the words are, an RSS feed is well-formed, of its own elements only, and says them', () => {
  const own = kinds(rssFeed(publication, feedOf({ ...plain, summary: 'x' })));
  fc.assert(
    fc.property(texts, (written) => {
      const feed = feedOf(written);
      const xml = rssFeed(publication, feed);
      assert.deepEqual(
        [...kinds(xml)].filter((kind) => !own.has(kind)),
        [],
      );
      const items = within(within(readXml(xml), 'channel')[0] ?? assert.fail(), 'item');
      assert.equal(items.length, 2);
      for (const [index, item] of items.entries()) {
        const expected = feed.items[index];
        assert.equal(textOf(item, 'title')?.trim(), shown(expected?.title ?? ''));
        assert.equal(textOf(item, 'guid'), legalText(expected?.id ?? ''));
        assert.equal(textOf(item, 'content:encoded'), legalText(expected?.html ?? ''));
      }
      assert.equal(parseRssFeed(xml).items?.[0]?.title, shown(written.title));
      assert.deepEqual(parseRssFeed(xml).items?.[0]?.dc?.creators?.[0], shown(written.name));
    }),
  );
});

test('whatever the words are, an Atom feed is well-formed, of its own elements only, and says them', () => {
  const own = kinds(atomFeed(publication, feedOf({ ...plain, summary: 'x' })));
  fc.assert(
    fc.property(texts, (written) => {
      const feed = feedOf(written);
      const xml = atomFeed(publication, feed);
      assert.deepEqual(
        [...kinds(xml)].filter((kind) => !own.has(kind)),
        [],
      );
      const entries = within(readXml(xml), 'entry');
      assert.equal(entries.length, 2);
      for (const [index, entry] of entries.entries()) {
        assert.equal(textOf(entry, 'title'), legalText(feed.items[index]?.title ?? ''));
        assert.equal(textOf(entry, 'content'), legalText(feed.items[index]?.html ?? ''));
      }
      const term = within(entries[0] ?? assert.fail(), 'category')[0]?.attributes.term;
      assert.equal(term?.trim(), shown(written.tag));
      assert.equal(parseAtomFeed(xml).entries?.[0]?.title?.value, shown(written.title));
    }),
  );
});

test('whatever the words are, a JSON Feed says the same as the others', () => {
  fc.assert(
    fc.property(texts, (written) => {
      const feed = JSON.parse(jsonFeed(publication, feedOf(written)));
      assert.equal(feed.title, legalText(written.title));
      assert.equal(feed.items[0].title?.trim(), shown(written.title));
      assert.equal(
        feed.items[0].id,
        shown(written.guid) ? legalText(written.guid) : itemId(publication, article.path),
      );
    }),
  );
});

test('whatever the title is, a news sitemap is well-formed and says it', () => {
  fc.assert(
    fc.property(words, (title) => {
      const root = readXml(newsSitemap(publication, [{ ...article, title }], new Date(article.updatedAt)));
      const [url] = within(root, 'url');
      const news = url && within(url, 'news:news')[0];
      assert.equal(news && textOf(news, 'news:title')?.trim(), shown(title));
    }),
  );
});
