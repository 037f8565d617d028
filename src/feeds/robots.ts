import type { PublicationView } from '../publication/publication-view.ts';
import { address } from './addresses.ts';

/** Where the sitemaps are served: `robots.txt` announces both. */
export const sitemapPaths = { all: '/sitemap.xml', news: '/sitemap-news.xml' } as const;

/**
 * `robots.txt` (RFC 9309): all may be read but the desk and writers' receipts. The rule that ends in `$`, being
 * longer, keeps an article open whose own slug is “receipt”.
 */
export function robotsTxt(publication: PublicationView): string {
  const rules = [
    'User-agent: *',
    'Allow: /',
    'Disallow: /desk/',
    'Disallow: /receipt/',
    'Disallow: /you/',
    'Disallow: /*/receipt/',
    'Allow: /*/receipt/$',
  ];
  const sitemaps = Object.values(sitemapPaths).map((path) => `Sitemap: ${address(publication, path)}`);
  return [...rules, '', ...sitemaps, ''].join('\n');
}
