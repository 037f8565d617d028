import type { Db } from './schema.ts';

/** The open database: how domains read and write it. Engines differ behind this and nowhere else. */
export type Store = {
  engine: 'sqlite' | 'postgres';
  /** For reading outside a write. */
  read: Db;
  /** For the sign-in library alone, whose writes cannot share a verb's transaction. */
  signIn: Db;
  /**
   * Runs one verb's transaction: all of it is durable when the promise is fulfilled, none of it when rejected.
   * Await nothing but SQL inside.
   */
  write<T>(verb: (tx: Db) => Promise<T>): Promise<T>;
  /** Grows with every change here, and within a fifth of a second with one made by another process. */
  version(): number;
  /** Calls back after each change, from here or from elsewhere. Answers how to stop that. */
  onChange(listener: () => void): () => void;
  search: SearchIndex;
  /** Ids of jobs that are due and nobody's, locked for this transaction so that no two workers take one. */
  claimJobs(tx: Db, query: ClaimQuery): Promise<string[]>;
  /**
   * Takes what was deleted or overwritten out of SQLite's files too; on PostgreSQL frees its room, which is overwritten
   * when it is used again. May take long; throws where somebody else holds the files just now.
   */
  scrub(): Promise<void>;
  /** Waits for the lock that orders the record's entries; held to the end of the transaction. */
  lockRecord(tx: Db): Promise<void>;
  close(): Promise<void>;
};

export type ClaimQuery = { now: string; staleBefore: string; limit: number; kinds: Kinds };

/** Which kinds of jobs are meant: these alone, or all but these. */
export type Kinds = { only: readonly string[] } | { allBut: readonly string[] };

/** What can be found: an article's, a comment's or a page's words (`articleId` is then its own), folded by `lib/fold-text.ts`. */
export type SearchDocument = {
  kind: 'article' | 'comment' | 'page';
  id: string;
  articleId: string;
  text: string;
};
export type SearchHit = { kind: 'article' | 'comment' | 'page'; id: string };

/** Full-text search: FTS5 or tsvector. Only what readers may see is ever put in. */
export type SearchIndex = {
  put(tx: Db, document: SearchDocument): Promise<void>;
  drop(tx: Db, id: string): Promise<void>;
  /** Takes out an article with all its responses. */
  dropArticle(tx: Db, articleId: string): Promise<void>;
  /** Ids of documents that hold all words, best first; `words` are folded. */
  find(db: Db, words: string[], page: { limit: number; offset: number }): Promise<SearchHit[]>;
};

/** The database cannot be used; the message says why and what to do. */
export class StoreError extends Error {}
