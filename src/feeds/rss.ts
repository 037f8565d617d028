import type { PublicationView } from '../publication/publication-view.ts';
import { address } from './addresses.ts';
import { checkpointSpace, type Feed, type FeedItem, filled, named } from './feed.ts';
import { mediaTypes } from './media-types.ts';
import { element, isBlank, type XmlElement, xmlDocument } from './xml.ts';

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:slash': 'http://purl.org/rss/1.0/modules/slash/',
  'xmlns:wfw': 'http://wellformedweb.org/CommentAPI/',
};

/**
 * RSS 2.0 with the Content, Dublin Core, Slash and Well-Formed Web modules and Atom's self link. By the RSS Best
 * Practices Profile a title is plain text and an item's description is HTML.
 */
export function rssFeed(publication: PublicationView, feed: Feed): string {
  const title = isBlank(feed.title) ? publication.title : feed.title;
  const channel = element('channel', [
    element('title', title),
    element('link', address(publication, feed.path)),
    element('description', plainAsHtml(isBlank(feed.description) ? title : feed.description)),
    element('language', publication.locale),
    element('lastBuildDate', rfc822(feed.updatedAt)),
    element('atom:link', '', {
      href: address(publication, feed.selfPath),
      rel: 'self',
      type: mediaTypes.rss,
    }),
    feed.checkpoint ? element('tlog:checkpoint', feed.checkpoint, { 'xmlns:tlog': checkpointSpace }) : null,
    ...feed.items.map((item) => rssItem(publication, item)),
  ]);
  return xmlDocument(element('rss', [channel], { version: '2.0', ...namespaces }));
}

function rssItem(publication: PublicationView, item: FeedItem): XmlElement {
  const link = address(publication, item.path);
  return element('item', [
    ...titleAndDescription(item),
    element('link', link),
    element('guid', item.id, { isPermaLink: String(item.id === link) }),
    element('pubDate', rfc822(item.publishedAt)),
    ...named(item).map(({ name }) => element('dc:creator', name)),
    ...filled(item.tags).map((tag) => element('category', tag)),
    item.language === null ? null : element('dc:language', item.language),
    ...responseElements(publication, item),
    element('content:encoded', item.html),
  ]);
}

/** An item must have one of the two. */
function titleAndDescription({ title, summary, html }: FeedItem): XmlElement[] {
  if (isBlank(title)) return [element('description', summary === null ? html : plainAsHtml(summary))];
  if (summary === null) return [element('title', title)];
  return [element('title', title), element('description', plainAsHtml(summary))];
}

function responseElements(publication: PublicationView, { responses }: FeedItem): XmlElement[] {
  if (responses === null) return [];
  return [
    element('comments', address(publication, responses.path)),
    element('wfw:commentRss', address(publication, responses.feedPath)),
    element('slash:comments', String(responses.count)),
  ];
}

function plainAsHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A date of RFC 822 with the four-digit year that RSS 2.0 prefers. */
function rfc822(iso: string): string {
  return new Date(iso).toUTCString();
}
