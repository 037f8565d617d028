import { sql } from 'kysely';
import type { Db } from '../store/schema.ts';

/** A comment that waits for a decision, as staff see it. */
export type QueueItem = {
  id: string;
  name: string;
  url: string | null;
  html: string;
  source: string;
  heldFor: string[];
  postedAt: string;
  inReplyTo: number | null;
  /** When a release pressed at the desk takes effect; null while nothing was pressed. */
  releaseAt: string | null;
  article: { id: string; title: string; path: string };
};

/** What is held, oldest and riskiest first. */
export async function readQueue(
  db: Db,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<QueueItem[]> {
  const rows = await db
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select(['comments.id', 'comments.name', 'comments.url', 'comments.html', 'comments.source'])
    .select(['comments.held_for', 'comments.posted_at', 'comments.in_reply_to', 'comments.release_at'])
    .select(['articles.id as article_id', 'articles.title', 'articles.path'])
    .where('comments.state', '=', sql.lit('held'))
    .orderBy('comments.queue_at')
    .orderBy('comments.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    url: row.url,
    html: row.html,
    source: row.source,
    heldFor: row.held_for ? JSON.parse(row.held_for) : [],
    postedAt: row.posted_at,
    inReplyTo: row.in_reply_to,
    releaseAt: row.release_at,
    article: { id: row.article_id, title: row.title, path: row.path ?? '' },
  }));
}

/** The id of comment N under an article's path, or null. */
export async function commentIdAt(db: Db, path: string, number: number): Promise<string | null> {
  const row = await db
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select('comments.id')
    .where('articles.path', '=', path)
    .where('comments.number', '=', number)
    .executeTakeFirst();
  return row?.id ?? null;
}
