/**
 * What each document here is served as: RSS 2.0 (RSS Advisory Board), Atom (RFC 4287), JSON Feed 1.1, sitemaps
 * (sitemaps.org), robots.txt (RFC 9309). Only plain text needs a charset: XML declares its own, JSON is UTF-8.
 */
export const mediaTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  jsonFeed: 'application/feed+json',
  sitemap: 'application/xml',
  robots: 'text/plain; charset=utf-8',
} as const;
