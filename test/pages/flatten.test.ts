import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { loadDemo } from '../../src/demo/load-demo.ts';
import { type CleanHtml, textOf } from '../../src/lib/clean-html.ts';
import { parseCapture } from '../../src/migration/text-capture/parse-capture.ts';
import { createSiteWeb } from '../../src/web-app.ts';
import { openTestSite } from '../support/site.ts';

type Article = {
  id: string;
  path: string;
  title: string;
  published: string;
  authors: { name: string }[];
  tags: { name: string }[];
  html: string;
};
type Comment = {
  number: number;
  state: string;
  author: { name: string } | null;
  published: string;
  inReplyTo: number | null;
  text: string;
};

/** What is left of a page when somebody drops its tags. */
function flatten(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
    )
    .replace(/&amp;/g, '&');
}

const minute = (iso: string | null | undefined) => Math.floor(Date.parse(iso ?? '') / 60_000);
const paragraphs = (text: string) =>
  text
    .split(/\n\n+/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

describe('a page of ours whose tags were dropped', () => {
  let pages: { article: Article; comments: Comment[]; flat: string }[] = [];

  before(async () => {
    const site = await openTestSite('sqlite');
    site.clock.set('2026-11-23T12:00:00.000Z');
    await loadDemo(site, () => undefined);
    const { app } = createSiteWeb(site);
    const json = async (path: string) => (await app.request(path)).json();
    const { items } = (await json('/api/v1/articles?limit=100')) as { items: Article[] };
    pages = await Promise.all(
      items.map(async (article) => ({
        article,
        comments: ((await json(`/api/v1/articles/${article.id}/comments?limit=100`)) as { items: Comment[] })
          .items,
        flat: flatten(await (await app.request(article.path)).text()),
      })),
    );
  });

  test('says its title, byline, date, tags and words', () => {
    assert.ok(pages.length > 10);
    for (const { article, flat } of pages) {
      const [read] = parseCapture(flat).articles;
      assert.equal(read?.title, article.title);
      assert.equal(read?.byline, article.authors.map(({ name }) => name).join(' and '));
      assert.equal(minute(read?.published), minute(article.published), article.path);
      assert.deepEqual(read?.tags, { names: article.tags.map(({ name }) => name), lost: 0 }, article.path);
      assert.deepEqual(read?.paragraphs, paragraphs(textOf(article.html as CleanHtml)), article.path);
    }
  });

  test('says every response: number, name, date, what it answers, and its words', () => {
    for (const { article, comments, flat } of pages) {
      const read = parseCapture(flat).articles[0]?.comments ?? [];
      const shown = comments.filter(({ state }) => state === 'published');
      assert.deepEqual(
        read.map(({ number, author, published, inReplyTo, paragraphs: words }) => ({
          number,
          name: author,
          at: minute(published),
          inReplyTo: inReplyTo ?? null,
          words,
        })),
        shown.map(({ number, author, published, inReplyTo, text }) => ({
          number,
          name: author?.name,
          at: minute(published),
          inReplyTo,
          words: paragraphs(text),
        })),
        article.path,
      );
    }
  });

  test('accounts for the numbers whose words are gone', () => {
    for (const { article, comments, flat } of pages) {
      const gone = comments.filter(({ state }) => state !== 'published');
      const read = parseCapture(flat).articles[0]?.tombstones ?? [];
      assert.deepEqual(
        read.map(({ number, state }) => ({ number, state })),
        gone.map(({ number, state }) => ({ number, state })),
        article.path,
      );
    }
  });
});
