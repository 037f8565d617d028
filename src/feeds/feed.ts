import type { ArticleView } from '../articles/article-view.ts';
import { lastChangeOf } from '../articles/corrections/correction-view.ts';
import type { CommentSummary } from '../comments/comment-view.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import type { PublicationView } from '../publication/publication-view.ts';
import { shownName } from '../web/ui/name-wording.ts';
import { address, type FeedHtml, withWholeAddresses } from './addresses.ts';
import { correctionLines } from './corrections-feed.ts';
import { isBlank } from './xml.ts';

/** A feed before it is written in one of the three formats. Paths are of the publication, times UTC ISO. */
export type Feed = {
  title: string;
  description: string;
  /** The page that it belongs to. */
  path: string;
  /** Where it is itself served; its lasting identity in Atom. */
  selfPath: string;
  updatedAt: string;
  items: FeedItem[];
  /** A signed checkpoint of the record, which then lies wherever the feed was read. */
  checkpoint?: string | null;
};

/** The namespace of a checkpoint in Atom and RSS. */
export const checkpointSpace = 'https://c2sp.org/tlog-checkpoint';

export type FeedItem = {
  /** Never changes once a reader has seen it: the item's own address, or the GUID of an imported archive. */
  id: string;
  path: string;
  title: string;
  html: FeedHtml;
  /** Plain text. */
  summary: string | null;
  /** `url` is a guest's own page. */
  authors: { name: string; url: string | null }[];
  publishedAt: string;
  updatedAt: string;
  tags: string[];
  /** A BCP 47 tag; null for the feed's own language. */
  language: string | null;
  /** Its thread; `updatedAt` is the time of the newest response, where that is known. */
  responses: { path: string; feedPath: string; count: number; updatedAt: string | null } | null;
  inReplyTo: FeedTarget | null;
};

/** What a response answers: the id that the answered item has in its own feed, and its path. */
export type FeedTarget = { id: string; path: string };

/** What an article's view does not tell: the GUID it had before an import, and when the last response came. */
type ArticleSource = ArticleView & { guid?: string | null; respondedAt?: string | null };

/** Without `inReplyTo` a response answers its article; without `editedAt` it stands as it was published. */
type CommentSource = CommentSummary & {
  guid?: string | null;
  inReplyTo?: FeedTarget | null;
  editedAt?: string | null;
};

/** The id of the article or response at a path: the GUID that it was imported with, or else its address. */
export function itemId(publication: PublicationView, path: string, guid?: string | null): string {
  return guid && !isBlank(guid) ? guid : address(publication, path);
}

/** An article as an item of a feed. */
export function articleItem(publication: PublicationView, article: ArticleSource): FeedItem {
  const { path } = article;
  return {
    id: itemId(publication, path, article.guid),
    path,
    title: article.title,
    html: withWholeAddresses(
      (correctionLines(publication, article.corrections) + article.html) as CleanHtml,
      address(publication, path),
    ),
    summary: article.standfirst,
    authors: article.authors.map(({ name, guest }) => ({ name, url: guest?.url ?? null })),
    publishedAt: article.publishedAt,
    updatedAt: lastChangeOf(article),
    tags: article.tags.map(({ name }) => name),
    language: article.language,
    responses: {
      path: `${path}#responses`,
      feedPath: `${path}feed/`,
      count: article.counts.published,
      updatedAt: article.respondedAt ?? null,
    },
    inReplyTo: null,
  };
}

/** A response as an item of a feed, at its lasting address. */
export function commentItem(publication: PublicationView, comment: CommentSource): FeedItem {
  const { article, path } = comment;
  return {
    id: itemId(publication, path, comment.guid),
    path,
    title: `${shownName(comment.name)} on “${article.title}”`,
    html: withWholeAddresses(comment.html, address(publication, comment.place)),
    summary: null,
    authors: [{ name: shownName(comment.name), url: null }],
    publishedAt: comment.publishedAt,
    updatedAt: comment.editedAt ?? comment.publishedAt,
    tags: [],
    language: null,
    responses: null,
    inReplyTo: comment.inReplyTo ?? { id: itemId(publication, article.path), path: article.path },
  };
}

/** The authors whose names say something. */
export function named({ authors }: FeedItem): FeedItem['authors'] {
  return authors.filter(({ name }) => !isBlank(name));
}

/** The labels that say something. */
export function filled(texts: string[]): string[] {
  return texts.filter((text) => !isBlank(text));
}
