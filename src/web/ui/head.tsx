import { html } from 'hono/html';
import type { PublicationView } from '../../publication/publication-view.ts';
import { JsonLd } from './json-ld.tsx';
import type { Script } from './scripts.ts';
import { paths } from './site-paths.ts';
import { style } from './styles.ts';
import { wordingFor } from './wording.ts';

/** A feed that browsers and readers may find. */
export type FeedLink = { href: string; title: string; type: 'rss+xml' | 'atom+xml' | 'feed+json' };

/** What a shared link shows, besides title, address and description. Times are ISO. */
export type OpenGraph = {
  type: 'article' | 'website';
  image?: string;
  imageAlt?: string;
  publishedTime?: string;
  modifiedTime?: string;
  authors?: string[];
  tags?: string[];
};

export type HeadProps = {
  publication: PublicationView;
  /** The page's own title; null on the front page. */
  title: string | null;
  description?: string | null;
  /** Path of the address that search engines should keep; null for pages that they should not. */
  canonicalPath: string | null;
  /** Feeds of this page, besides those of the publication. */
  feeds?: FeedLink[];
  openGraph?: OpenGraph;
  jsonLd?: object;
  noindex?: boolean;
  /** What makes the page better where scripts run. */
  scripts?: Script[];
};

/** The head of every public page. */
export function Head(props: HeadProps) {
  const { publication, title, canonicalPath, feeds = [], jsonLd } = props;
  const description = props.description || null;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title === null ? publication.title : `${title} – ${publication.title}`}</title>
      {description && <meta name="description" content={description} />}
      {props.noindex && <meta name="robots" content="noindex" />}
      <Link rel="stylesheet" href={style.href} />
      {publication.look !== null && <Link rel="stylesheet" href={publication.look} />}
      {canonicalPath !== null && <Link rel="canonical" href={publication.url + canonicalPath} />}
      {[...feeds, ...publicationFeeds(publication)].map((feed) => (
        <Link rel="alternate" {...feed} type={`application/${feed.type}`} />
      ))}
      {canonicalPath !== null && <OpenGraphTags {...props} canonicalPath={canonicalPath} />}
      {jsonLd && <JsonLd data={jsonLd} />}
      {props.scripts?.map(({ href }) => html`<script src="${href}" defer></script>`)}
    </head>
  );
}

function publicationFeeds({ title, locale }: PublicationView) {
  const { feeds } = wordingFor(locale);
  return [
    { href: paths.feeds.rss, title: `${title}: ${feeds.rss}`, type: 'rss+xml' },
    { href: paths.feeds.atom, title: `${title}: ${feeds.atom}`, type: 'atom+xml' },
    { href: paths.feeds.json, title: `${title}: ${feeds.json}`, type: 'feed+json' },
    { href: paths.feeds.responses, title: `${title}: ${feeds.responses}`, type: 'rss+xml' },
  ];
}

type LinkProps = { rel: string; href: string; type?: string; title?: string };

// Plain text: the JSX runtime would move every `link` by searching the whole page for it.
function Link({ rel, href, type, title }: LinkProps) {
  if (type === undefined) return html`<link rel="${rel}" href="${href}">`;
  return html`<link rel="${rel}" type="${type}" title="${title ?? ''}" href="${href}">`;
}

function OpenGraphTags(props: HeadProps & { canonicalPath: string }) {
  const { publication, title, description, openGraph: og = { type: 'website' } } = props;
  const tags: [property: string, content: string | null | undefined][] = [
    ['og:title', title ?? publication.title],
    ['og:type', og.type],
    ['og:url', publication.url + props.canonicalPath],
    ['og:image', og.image],
    ['og:image:alt', og.imageAlt],
    ['og:description', description],
    ['og:site_name', publication.title],
    ['og:locale', publication.locale.replaceAll('-', '_')],
    ['article:published_time', og.publishedTime],
    ['article:modified_time', og.modifiedTime],
    ...(og.authors ?? []).map((author): [string, string] => ['article:author', author]),
    ...(og.tags ?? []).map((tag): [string, string] => ['article:tag', tag]),
  ];
  return <>{tags.map(([property, content]) => content && <meta property={property} content={content} />)}</>;
}
