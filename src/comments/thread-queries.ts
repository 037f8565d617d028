import type { SelectQueryBuilder } from 'kysely';
import { nativeOrigins } from '../articles/article.ts';
import { type CleanHtml, linksOf, textOf } from '../lib/clean-html.ts';
import type { Db, Schema } from '../store/schema.ts';
import { goneState, isListed, showsWords } from '../store/visibility.ts';
import { lastingPath, pageSize, placeOf, threadPath } from './comment.ts';
import type { CommentView, ThreadPage } from './comment-view.ts';

/** Of one writer's numbers, and of the answers to one comment, at most so many are listed. */
const mostListed = 20;

type ArticleRef = { id: string; path: string };

/** One page of a thread, by number. A page beyond the last is empty. */
export async function threadPage(
  db: Db,
  article: ArticleRef & { lastNumber: number },
  page: number,
): Promise<ThreadPage> {
  const comments = await commentsBetween(db, article, {
    from: (page - 1) * pageSize + 1,
    to: page * pageSize,
  });
  return {
    comments,
    page,
    pages: Math.max(1, Math.ceil(article.lastNumber / pageSize)),
    path: (other) => threadPath(article.path, other),
  };
}

/** Listed comments with numbers from `from` to `to`, in order. */
export async function commentsBetween(
  db: Db,
  article: ArticleRef,
  { from, to, limit = pageSize, among }: { from: number; to: number; limit?: number; among?: number[] },
): Promise<CommentView[]> {
  const rows = await db
    .selectFrom('comments')
    .leftJoin('comments as target', (join) =>
      join
        .onRef('target.article_id', '=', 'comments.article_id')
        .onRef('target.number', '=', 'comments.in_reply_to')
        .on('target.state', '=', 'published'),
    )
    .select(viewColumns)
    .select('target.name as target_name')
    .where('comments.article_id', '=', article.id)
    .where('comments.number', '>=', from)
    .where('comments.number', '<=', to)
    .$if(among !== undefined, (query) => query.where('comments.number', 'in', among ?? []))
    .where(isListed)
    .orderBy('comments.number')
    .limit(limit)
    .execute();
  return viewComments(db, article, rows);
}

const viewColumns = [
  'comments.id',
  'comments.number',
  'comments.state',
  'comments.pseudonym_id',
  'comments.archive_writer',
  'comments.name',
  'comments.url',
  'comments.html',
  'comments.in_reply_to',
  'comments.published_at',
  'comments.dated',
  'comments.edited_at',
  'comments.unnamed_at',
  'comments.withheld_at',
  'comments.origin',
  'comments.by_staff',
  'comments.kind',
] as const;

type Row = {
  id: string;
  number: number | null;
  state: string;
  pseudonym_id: string | null;
  archive_writer: string | null;
  name: string;
  url: string | null;
  html: string;
  in_reply_to: number | null;
  published_at: string | null;
  dated: string | null;
  edited_at: string | null;
  unnamed_at: string | null;
  withheld_at: string | null;
  origin: string;
  by_staff: string | null;
  kind: 'comment' | 'pingback';
  target_name: string | null;
};

async function viewComments(db: Db, article: ArticleRef, rows: Row[]): Promise<CommentView[]> {
  const [answers, writers, decisions] = await Promise.all([
    answersTo(
      db,
      article,
      rows.map((row) => row.number ?? 0),
    ),
    numbersByWriter(db, article, rows),
    lastDecisions(
      db,
      rows.filter((row) => row.state !== 'published').map((row) => row.id),
    ),
  ]);
  const place = (number: number) => ({ number, place: placeOf(article.path, number) });
  return rows.map((row): CommentView => {
    const number = row.number ?? 0;
    const placed = {
      number,
      publishedAt: row.published_at ?? '',
      dated: row.dated,
      path: lastingPath(article.path, number),
      place: placeOf(article.path, number),
      inReplyTo:
        row.in_reply_to === null ? null : { ...place(row.in_reply_to), name: row.target_name || null },
      answeredBy: (answers.get(number) ?? []).map(place),
    };
    if (row.state !== 'published') {
      const decision = decisions.get(row.id);
      const state = goneState(row);
      const erasedBy = row.state === 'erased' ? (decision?.role ?? null) : null;
      return { ...placed, state, goneAt: decision?.at ?? '', reason: decision?.reason ?? null, erasedBy };
    }
    const html = row.html as CleanHtml;
    return {
      ...placed,
      state: 'published',
      kind: row.kind,
      name: row.name,
      unnamed: row.unnamed_at !== null,
      url: row.url,
      html,
      text: textOf(html),
      links: linksOf(html),
      sameWriter: (writers.get(writerOf(row)) ?? [])
        .filter((other) => other !== number)
        .slice(0, mostListed)
        .map(place),
      editedAt: row.edited_at,
      archived: !nativeOrigins.includes(row.origin),
      byStaff: row.by_staff !== null,
      anonymous: row.name === '' && row.unnamed_at === null,
    };
  });
}

async function answersTo(db: Db, article: ArticleRef, numbers: number[]): Promise<Map<number, number[]>> {
  const keys = [...new Set(numbers)];
  return firstOfEach(db, { keys, most: mostListed }, (key) =>
    ofArticle(db, article).where('in_reply_to', '=', key).select(['number', 'in_reply_to as key']),
  );
}

type Written = Pick<Row, 'pseudonym_id' | 'archive_writer'>;

/** A held pseudonym's, or one writer's of an archive. */
const writerOf = ({ pseudonym_id, archive_writer }: Written) => pseudonym_id ?? archive_writer ?? '';

async function numbersByWriter(db: Db, article: ArticleRef, rows: Written[]): Promise<Map<string, number[]>> {
  const archived = new Set(rows.filter((row) => row.pseudonym_id === null).map(writerOf));
  const keys = [...new Set(rows.map(writerOf))].filter(Boolean);
  return firstOfEach(db, { keys, most: mostListed + 1 }, (key) =>
    archived.has(key)
      ? ofArticle(db, article).where('archive_writer', '=', key).select(['number', 'archive_writer as key'])
      : ofArticle(db, article).where('pseudonym_id', '=', key).select(['number', 'pseudonym_id as key']),
  );
}

function ofArticle(db: Db, article: ArticleRef) {
  return db.selectFrom('comments').where('article_id', '=', article.id).where(showsWords);
}

type Numbered<K> = { number: number | null; key: K | null };

/**
 * The first numbers of each key: one bounded look into the index for each, all in one query, so that the cost
 * follows what is shown and not how much a writer has written.
 */
async function firstOfEach<K>(
  db: Db,
  { keys, most }: { keys: K[]; most: number },
  numbersOf: (key: K) => SelectQueryBuilder<Schema, 'comments', Numbered<K>>,
): Promise<Map<K, number[]>> {
  // SQLite takes an order and a limit within a union only inside a table of its own.
  const [first, ...rest] = keys.map((key) =>
    db.selectFrom(numbersOf(key).orderBy('number').limit(most).as('numbered')).selectAll(),
  );
  if (!first) return new Map();
  const together = rest.reduce((union, next) => union.unionAll(next), first);
  return grouped((await together.execute()) as { number: number; key: K }[]);
}

function grouped<K>(rows: { number: number; key: K }[]): Map<K, number[]> {
  const groups = new Map<K, number[]>();
  for (const { number, key } of rows) groups.set(key, [...(groups.get(key) ?? []), number]);
  return groups;
}

/** The latest decision on each comment: when, and the rule as it then read. */
async function lastDecisions(
  db: Db,
  ids: string[],
): Promise<Map<string, { at: string; reason: string | null; role: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('comment_decisions')
    .select(['comment_id', 'at', 'reason_label', 'by_role'])
    .where('kind', '!=', 'unname')
    .where('comment_id', 'in', ids)
    .orderBy('id')
    .execute();
  return new Map(
    rows.map((row) => [row.comment_id, { at: row.at, reason: row.reason_label, role: row.by_role }]),
  );
}

/** True when comment N of an article is listed: its lasting address leads somewhere. */
export async function commentExists(db: Db, articleId: string, number: number): Promise<boolean> {
  const row = await db
    .selectFrom('comments')
    .select('id')
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .where(isListed)
    .executeTakeFirst();
  return row !== undefined;
}
