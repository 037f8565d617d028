import type { PublicationView } from '../publication/publication-view.ts';
import { address } from './addresses.ts';
import { checkpointSpace, type Feed, type FeedItem, filled, named } from './feed.ts';
import { isBlank, legalText } from './xml.ts';

/** JSON Feed 1.1. Its texts lose the characters that XML excludes, so that all three formats say the same. */
export function jsonFeed(publication: PublicationView, feed: Feed): string {
  const content = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: address(publication, feed.path),
    feed_url: address(publication, feed.selfPath),
    ...(isBlank(feed.description) ? {} : { description: feed.description }),
    language: publication.locale,
    authors: [{ name: publication.title }],
    ...(feed.checkpoint ? { _checkpoint: { about: checkpointSpace, note: feed.checkpoint } } : {}),
    items: feed.items.map((item) => jsonItem(publication, item)),
  };
  return JSON.stringify(content, (_key, value) => (typeof value === 'string' ? legalText(value) : value));
}

function jsonItem(publication: PublicationView, item: FeedItem) {
  const authors = named(item).map(({ name, url }) => ({ name, ...(url === null ? {} : { url }) }));
  const tags = filled(item.tags);
  return {
    id: item.id,
    url: address(publication, item.path),
    ...(isBlank(item.title) ? {} : { title: item.title }),
    content_html: item.html,
    ...(item.summary === null ? {} : { summary: item.summary }),
    date_published: new Date(item.publishedAt).toISOString(),
    date_modified: new Date(item.updatedAt).toISOString(),
    ...(authors.length === 0 ? {} : { authors }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(item.language === null ? {} : { language: item.language }),
  };
}
