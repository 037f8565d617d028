import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publication } from './fixtures.ts';
import { robotsTxt } from './robots.ts';

/** RFC 9309, 2.2.2: the longest rule that matches decides; `*` stands for anything, `$` for the end. */
function allowed(path: string): boolean {
  const rules = [...robotsTxt(publication).matchAll(/^(Allow|Disallow): (.+)$/gm)].map(
    ([, verb, rule = '']) => ({
      allow: verb === 'Allow',
      length: rule.length,
      pattern: new RegExp(`^${rule.replaceAll('*', '.*')}`),
    }),
  );
  const matching = rules
    .filter(({ pattern }) => pattern.test(path))
    .sort((one, other) => other.length - one.length);
  return matching[0]?.allow ?? true;
}

test('crawlers may read the publication', () => {
  for (const path of [
    '/',
    '/2026/03/12/bridge-toll/',
    '/2026/03/12/receipt/',
    '/record/',
    '/desktop/',
    '/feed/',
  ])
    assert.equal(allowed(path), true, path);
});

test('crawlers keep out of the desk and of writers’ receipts', () => {
  for (const path of [
    '/desk/',
    '/desk/queue/',
    '/receipt/s3cret/',
    '/2026/03/12/bridge-toll/receipt/s3cret/',
  ])
    assert.equal(allowed(path), false, path);
});

test('robots.txt names both sitemaps by their whole addresses', () => {
  assert.match(robotsTxt(publication), /^Sitemap: https:\/\/ledger\.example\/sitemap\.xml$/m);
  assert.match(robotsTxt(publication), /^Sitemap: https:\/\/ledger\.example\/sitemap-news\.xml$/m);
});
