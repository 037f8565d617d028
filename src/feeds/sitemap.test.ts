import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, publication } from './fixtures.ts';
import { newsSitemap } from './news-sitemap.ts';
import { sitemap, sitemapIndex, sitemapParts } from './sitemap.ts';
import { type ReadElement, readXml, textOf, within } from './strict-xml.ts';

const updatedAt = '2026-03-12T07:00:00.000Z';
const now = new Date('2026-03-14T06:00:00.000Z');
const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const locations = (root: ReadElement, name: string) =>
  within(root, name).map((entry) => textOf(entry, 'loc'));
const newsOf = (...articles: Parameters<typeof newsSitemap>[1]) =>
  readXml(newsSitemap(publication, articles, now));

test('a sitemap lists each page by its whole address with the time of its last change', () => {
  const urls = [
    { path: '/', updatedAt },
    { path: '/tag/caffè & más/?a=1&b=2', updatedAt },
  ];
  const root = readXml(sitemap(publication, urls));
  assert.equal(root.name, 'urlset');
  assert.equal(root.attributes.xmlns, protocol);
  assert.deepEqual(locations(root, 'url'), [
    'https://ledger.example/',
    'https://ledger.example/tag/caff%C3%A8%20&%20m%C3%A1s/?a=1&b=2',
  ]);
  const [url] = within(root, 'url');
  assert.equal(url && textOf(url, 'lastmod'), updatedAt);
});

test('more than 50,000 pages go into several sitemaps under an index', () => {
  const urls = Array.from({ length: 50_001 }, (_, n) => ({ path: `/${n}/`, updatedAt }));
  assert.throws(() => sitemap(publication, urls), RangeError);
  const parts = sitemapParts(urls);
  assert.deepEqual(
    parts.map((part) => part.length),
    [50_000, 1],
  );
  assert.deepEqual(parts.flat(), urls);
  const index = sitemapIndex(
    publication,
    parts.map((_, n) => ({ path: `/sitemap-${n + 1}.xml`, updatedAt })),
  );
  const root = readXml(index);
  assert.equal(root.name, 'sitemapindex');
  assert.deepEqual(locations(root, 'sitemap'), [
    'https://ledger.example/sitemap-1.xml',
    'https://ledger.example/sitemap-2.xml',
  ]);
});

test('a publication without pages has one empty sitemap', () => {
  assert.deepEqual(sitemapParts([]), [[]]);
  assert.deepEqual(readXml(sitemap(publication, [])).children, []);
});

test('a news sitemap names publication, language, date and title', () => {
  const [url] = within(newsOf(article), 'url');
  assert.equal(url && textOf(url, 'loc'), 'https://ledger.example/2026/03/12/bridge-toll/');
  const [news] = url ? within(url, 'news:news') : [];
  const [source] = news ? within(news, 'news:publication') : [];
  assert.equal(source && textOf(source, 'news:name'), 'The Wrenmouth Ledger');
  assert.equal(source && textOf(source, 'news:language'), 'en');
  assert.equal(news && textOf(news, 'news:publication_date'), article.publishedAt);
  assert.equal(news && textOf(news, 'news:title'), article.title);
});

test('a news sitemap holds what was published in the last two days, newest first', () => {
  const at = (path: string, publishedAt: string) => ({ ...article, path, publishedAt, dated: publishedAt });
  const root = newsOf(
    at('/edge/', '2026-03-12T06:00:00.000Z'),
    at('/older/', '2026-03-12T05:59:59.999Z'),
    at('/newest/', '2026-03-14T06:00:00.000Z'),
    at('/not-yet/', '2026-03-14T06:00:00.001Z'),
  );
  assert.deepEqual(locations(root, 'url'), [
    'https://ledger.example/newest/',
    'https://ledger.example/edge/',
  ]);
});

test('a news sitemap leaves out an import without a date and stops at 1,000 articles', () => {
  assert.equal(within(newsOf({ ...article, dated: null }), 'url').length, 0);
  assert.equal(within(newsOf(...Array.from({ length: 1_001 }, () => article)), 'url').length, 1_000);
});

test('a news sitemap tells traditional from simplified Chinese', () => {
  const language = (locale: string) =>
    /<news:language>([^<]*)/.exec(newsSitemap({ ...publication, locale }, [article], now))?.[1];
  assert.deepEqual(['cy', 'fr-CA', 'zh-TW', 'zh-Hant', 'zh'].map(language), [
    'cy',
    'fr',
    'zh-tw',
    'zh-tw',
    'zh-cn',
  ]);
});
