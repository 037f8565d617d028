import type { KeptLink } from '../articles/kept-link.ts';
import type { CleanHtml } from '../lib/clean-html.ts';

type Placed = {
  number: number;
  /** UTC ISO time at which its number was given. */
  publishedAt: string;
  /** What the page prints as its date; null for an import without one. */
  dated: string | null;
  /** Path of its lasting address, `…/responses/N/`. */
  path: string;
  /** Path and anchor at which it now stands, `…/#response-N` or `…/comment-page-2/#response-N`. */
  place: string;
  inReplyTo: { number: number; name: string | null; place: string } | null;
  /** Later responses that answer this one. */
  answeredBy: { number: number; place: string }[];
};

/** A response whose words are shown. */
export type PublishedComment = Placed & {
  state: 'published';
  kind: 'comment' | 'pingback';
  name: string;
  /** Its writer had the name taken off: `name` is empty. */
  unnamed: boolean;
  /** The writer's page, or null. */
  url: string | null;
  html: CleanHtml;
  /** The same words as plain text. */
  text: string;
  links: { url: string; text: string }[];
  /** What was kept of pages that are gone from where it links to. */
  kept?: KeptLink[];
  /** Numbers in this article by the same held pseudonym, at most 20, without this one. */
  sameWriter: { number: number; place: string }[];
  /** UTC ISO time of its writer's last change of the words; null while they stand as published. */
  editedAt: string | null;
  /** True when it came with an import: its name is the archive's. */
  archived: boolean;
  /** One of the staff wrote it in their own name. */
  byStaff: boolean;
  /** Its writer gave no name, or none is known: `name` is empty. */
  anonymous: boolean;
};

/** A number whose words are gone: when, why, and nothing of what it said. */
export type Tombstone = Placed & {
  state: 'removed' | 'withdrawn' | 'withheld';
  goneAt: string;
  /** The rule's or the reason's label; null when its writer withdrew it. */
  reason: string | null;
  /** The role of whoever had the words erased; null where they are kept for staff. */
  erasedBy: string | null;
};

export type CommentView = PublishedComment | Tombstone;

/** One page of an article's responses, by number: page k holds numbers 100(k-1)+1 to 100k. */
export type ThreadPage = {
  comments: CommentView[];
  page: number;
  pages: number;
  path: (page: number) => string;
};

/** A response in a list outside its thread: front page, search, feeds. */
export type CommentSummary = {
  number: number;
  name: string;
  publishedAt: string;
  editedAt: string | null;
  html: CleanHtml;
  text: string;
  place: string;
  path: string;
  article: { title: string; path: string };
};

/** The form as it stands: empty, previewed or refused; what was typed always comes back. */
export type ReplyForm = {
  /** The article's path; the form posts to `${path}responses/`. */
  articlePath: string;
  values: { name: string; text: string; email: string; url: string; in_reply_to: string };
  refusals: { field: 'name' | 'text' | 'email' | 'url' | 'in_reply_to' | null; sentence: string }[];
  preview: CleanHtml | null;
  /** What would be marked in the preview, each of which can be switched off. */
  choices?: { key: string; kind: 'quotation' | 'reference'; text: string; isOff: boolean }[];
  /** The keys of what was switched off, as the form was sent. */
  switchedOff?: string[];
  /** Whether letters are asked for; undefined where none are sent. */
  letters?: boolean | undefined;
  /** The number that is answered, with its writer's name where it has one. */
  answering: { number: number; name: string | null } | null;
};

/** What a writer sees at the secret address they were given. */
export type ReceiptView = {
  path: string;
  state: 'held' | 'published' | 'removed' | 'withdrawn' | 'withheld' | 'refused' | 'erased';
  name: string;
  html: CleanHtml | null;
  /** The words as they were sent. */
  source: string;
  postedAt: string;
  number: number | null;
  place: string | null;
  article: { id: string; title: string; path: string };
  /** Until when its writer may change the words, a UTC time; null where they may not. */
  editableUntil: string | null;
  editedAt: string | null;
  decision: { at: string; reason: string | null; sentence: string | null } | null;
};
