import type { Generated } from 'kysely';
import type { Flag, Time } from './schema.ts';

/** Whoever follows the record, each at its own pace. */
export type Follower = 'citations' | 'marks' | 'webhooks';

/** What is known of a cited page. `new`: not looked at yet. `failing`: not there now, and not long enough to say so. */
export type CitationState =
  | 'new'
  | 'fine'
  | 'failing'
  | 'barred'
  | 'changed'
  | 'dead'
  | 'refused'
  | 'forgotten';

/** The tables of links that published texts cite. */
export type CitationTables = {
  citations: {
    id: string;
    url: string;
    /** SHA-256 of it: what tells addresses apart. */
    url_hash: string;
    host: string;
    cited_at: Time;
    state: CitationState;
    state_since: Time;
    /** What is no longer as it was cited, where the state is `changed`. */
    changed: 'title' | 'words' | null;
    /** What the last look brought, in our words. */
    sentence: string | null;
    /** When it is looked at next; null for never. */
    due_at: Time | null;
    checked_at: Time | null;
    fine_streak: number;
    /** Looks in a row that did not find it. */
    fail_streak: number;
    /** Looks in a row that found it, and that it reads otherwise. */
    doubt_streak: Generated<number>;
    fail_since: Time | null;
    /** Where an archive keeps it, and as of when. */
    memento: string | null;
    memento_at: Time | null;
    /** When an archive is asked for it next. */
    memento_due: Time | null;
    /** When an archive was asked to save it. */
    saved_at: Time | null;
  };
  citation_uses: {
    /** Of the article, or of the comment. */
    text_id: string;
    position: number;
    citation_id: string;
    article_id: string;
    comment_id: string | null;
    /** What the text quotes beside the link: JSON, a list of texts. */
    passages: string;
    /** The words of the page around what is quoted, as they were when they were found. */
    excerpt: string | null;
    /** Since when the quoted words are no longer there. */
    gone_since: Time | null;
  };
  snapshots: {
    id: string;
    citation_id: string;
    number: number;
    at: Time;
    url: string;
    status: number;
    media_type: string;
    title: string | null;
    site: string | null;
    author: string | null;
    dated: string | null;
    language: string | null;
    excerpt: string | null;
    /** The page's paragraphs, apart by line feeds. */
    words: string;
    /** SHA-256 of what came, hexadecimal. */
    hash: string;
    bytes: number;
    /** Whether only its beginning was taken. */
    cut: Flag;
    /** Name of the private copy; null where none is kept. */
    file: string | null;
    file_bytes: number;
  };
  citation_checks: {
    id: string;
    citation_id: string;
    at: Time;
    outcome: string;
    status: number | null;
    sentence: string;
  };
  link_hosts: {
    host: string;
    /** Not asked before. */
    next_at: Time;
    /** Not later than when the first of its pages is due; null where none is. */
    due_at: Time | null;
    barred_at: Time | null;
    barred_by: string | null;
    reason: string | null;
  };
  citation_texts_due: {
    text_id: string;
    article_id: string;
    comment_id: string | null;
    /** Not before; empty for at once. */
    due_at: Generated<Time>;
    failures: Generated<number>;
  };
  /** Entries of the record that one follower could not follow, and when it tries again. */
  entries_put_back: { follower: Follower; seq: number; due_at: Time; failures: number };
  /** How far each follower has got. */
  record_cursors: { follower: Follower; seq: number };
};
