import type { PublicationView } from '../publication/publication-view.ts';
import { address } from './addresses.ts';
import { element, type XmlElement, xmlDocument } from './xml.ts';

/** A page, or a sitemap in an index, and the UTC ISO time of its last change. */
export type SitemapUrl = { path: string; updatedAt: string };

/** The most addresses in one file by the protocol of sitemaps.org. */
export const urlsPerSitemap = 50_000;

const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap (sitemaps.org 0.9). Throws RangeError above 50,000 addresses: those go in parts, under an index. */
export function sitemap(publication: PublicationView, urls: readonly SitemapUrl[]): string {
  return located(publication, urls, { root: 'urlset', entry: 'url' });
}

/** An index of sitemaps (sitemaps.org 0.9). Throws RangeError above 50,000. */
export function sitemapIndex(publication: PublicationView, sitemaps: readonly SitemapUrl[]): string {
  return located(publication, sitemaps, { root: 'sitemapindex', entry: 'sitemap' });
}

/** The addresses in their order, cut into as many sitemaps as they need; at least one, which may be empty. */
export function sitemapParts(urls: readonly SitemapUrl[]): SitemapUrl[][] {
  const count = Math.max(1, Math.ceil(urls.length / urlsPerSitemap));
  return Array.from({ length: count }, (_, part) =>
    urls.slice(part * urlsPerSitemap, (part + 1) * urlsPerSitemap),
  );
}

function located(
  publication: PublicationView,
  urls: readonly SitemapUrl[],
  names: { root: string; entry: string },
): string {
  if (urls.length > urlsPerSitemap)
    throw new RangeError(`A sitemap holds at most ${urlsPerSitemap} addresses; this one has ${urls.length}.`);
  const entries = urls.map((url) => element(names.entry, locationAndDate(publication, url)));
  return xmlDocument(element(names.root, entries, { xmlns }));
}

function locationAndDate(publication: PublicationView, { path, updatedAt }: SitemapUrl): XmlElement[] {
  return [element('loc', address(publication, path)), element('lastmod', new Date(updatedAt).toISOString())];
}
