import type { PublicationView } from '../publication/publication-view.ts';
import { address } from './addresses.ts';
import { checkpointSpace, type Feed, type FeedItem, type FeedTarget, filled, named } from './feed.ts';
import { mediaTypes } from './media-types.ts';
import { element, isBlank, type XmlElement, xmlDocument } from './xml.ts';

/** Atom (RFC 4287) with the Threading Extensions (RFC 4685). */
export function atomFeed(publication: PublicationView, feed: Feed): string {
  const self = address(publication, feed.selfPath);
  const content = [
    element('id', self),
    element('title', feed.title),
    isBlank(feed.description) ? null : element('subtitle', feed.description),
    element('updated', rfc3339(feed.updatedAt)),
    author({ name: publication.title, url: null }),
    element('link', '', { rel: 'self', type: mediaTypes.atom, href: self }),
    element('link', '', { rel: 'alternate', type: 'text/html', href: address(publication, feed.path) }),
    feed.checkpoint ? element('tlog:checkpoint', feed.checkpoint, { 'xmlns:tlog': checkpointSpace }) : null,
    ...feed.items.map((item) => entry(publication, item)),
  ];
  return xmlDocument(
    element('feed', content, {
      xmlns: 'http://www.w3.org/2005/Atom',
      'xmlns:thr': 'http://purl.org/syndication/thread/1.0',
      'xml:lang': publication.locale,
    }),
  );
}

/** An entry without an author of its own has the feed's (RFC 4287, 4.2.1). */
function entry(publication: PublicationView, item: FeedItem): XmlElement {
  const content = [
    element('id', iri(publication, item)),
    element('title', item.title),
    element('published', rfc3339(item.publishedAt)),
    element('updated', rfc3339(item.updatedAt)),
    ...named(item).map(author),
    element('link', '', { rel: 'alternate', type: 'text/html', href: address(publication, item.path) }),
    ...filled(item.tags).map((term) => element('category', '', { term })),
    ...threading(publication, item),
    item.summary === null ? null : element('summary', item.summary),
    element('content', item.html, { type: 'html' }),
  ];
  return element('entry', content, { 'xml:lang': item.language });
}

/** An id must be an IRI (RFC 4287, 4.2.6). An imported GUID may be a mere number: then the address stands for it. */
function iri(publication: PublicationView, { id, path }: FeedTarget): string {
  return URL.canParse(id) && !/[\s<>"]/.test(id) ? id : address(publication, path);
}

function author({ name, url }: FeedItem['authors'][number]): XmlElement {
  return element('author', [element('name', name), url === null ? null : element('uri', url)]);
}

/** RFC 4685: what the entry answers, and where its answers are; a `replies` link is Atom unless it says its type. */
function threading(publication: PublicationView, item: FeedItem): XmlElement[] {
  return [...inReplyTo(publication, item), ...replies(publication, item)];
}

function inReplyTo(publication: PublicationView, { inReplyTo: target }: FeedItem): XmlElement[] {
  if (target === null) return [];
  const href = address(publication, target.path);
  return [element('thr:in-reply-to', '', { ref: iri(publication, target), href, type: 'text/html' })];
}

function replies(publication: PublicationView, { responses }: FeedItem): XmlElement[] {
  if (responses === null) return [];
  const link = (type: string, path: string) =>
    element('link', '', {
      rel: 'replies',
      type,
      href: address(publication, path),
      'thr:count': String(responses.count),
      'thr:updated': responses.updatedAt === null ? null : rfc3339(responses.updatedAt),
    });
  return [link('text/html', responses.path), link(mediaTypes.rss, responses.feedPath)];
}

function rfc3339(iso: string): string {
  return new Date(iso).toISOString();
}
