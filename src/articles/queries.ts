import { sql } from 'kysely';
import { type CleanHtml, linksOf } from '../lib/clean-html.ts';
import { nameSlug } from '../lib/fold-text.ts';
import { publicStamp } from '../record/queries.ts';
import type { Stage } from '../staff/permissions.ts';
import type { ArticleState, Db, SourceFormat } from '../store/schema.ts';
import { isPublished } from '../store/visibility.ts';
import { storedHtml } from './article-html.ts';
import type { ArticleView, Author, NamedPath } from './article-view.ts';
import { followUpStamp } from './claims/queries.ts';
import type { NamedWriter } from './guests/guest.ts';
import { writersOf, writersOfAll } from './guests/queries.ts';
import { placeInSeries } from './series/queries.ts';

/** An article's row as lists need it; the names beside it are filled in by `withNames`. */
export type ArticleRow = {
  id: string;
  path: string;
  title: string;
  standfirst: string | null;
  publishedAt: string;
  dated: string | null;
  origin: string;
  state: ArticleState;
  policy: string | null;
  closeAfterDays: number | null;
  commentsClosed: boolean;
  authors: Author[];
  tags: NamedPath[];
  /** A BCP 47 tag; null for the publication's own language. */
  language: string | null;
};

/** What makes a list of articles: newest first, so many from the so-manyth. */
export type ArticleList = {
  limit: number;
  offset?: number;
  tagSlug?: string;
  authorSlug?: string;
  /** UTC times: from, inclusive, to before. */
  between?: { from: string; to: string };
  /** Only older than this one, for paging by cursor: `publishedAt` and `id`. */
  after?: { publishedAt: string; id: string };
};

const columns = [
  'articles.id',
  'articles.path',
  'articles.title',
  'articles.standfirst',
  'articles.published_at',
  'articles.dated',
  'articles.origin',
  'articles.state',
  'articles.comment_policy',
  'articles.close_after_days',
  'articles.comments_closed',
  'articles.language',
] as const;

/** Published articles, newest first. */
export async function listArticles(db: Db, list: ArticleList): Promise<ArticleRow[]> {
  let query = matching(db, list).select(columns);
  if (list.after) {
    const { publishedAt, id } = list.after;
    query = query.where((eb) =>
      eb.or([
        eb('articles.published_at', '<', publishedAt),
        eb.and([eb('articles.published_at', '=', publishedAt), eb('articles.id', '<', id)]),
      ]),
    );
  }
  const rows = await query
    .orderBy('articles.published_at', 'desc')
    .orderBy('articles.id', 'desc')
    .limit(list.limit)
    .offset(list.offset ?? 0)
    .execute();
  return withNames(db, rows);
}

/** Published articles that stand first on the front page at a moment, the last pinned first; at most three. */
export async function pinnedArticles(db: Db, now: string): Promise<ArticleRow[]> {
  const rows = await db
    .selectFrom('articles')
    .innerJoin('article_pins', 'article_pins.article_id', 'articles.id')
    .select(columns)
    .where(isPublished)
    .where((eb) => eb.or([eb('article_pins.until', 'is', null), eb('article_pins.until', '>', now)]))
    .orderBy('article_pins.at', 'desc')
    .orderBy('articles.id', 'desc')
    .limit(3)
    .execute();
  return withNames(db, rows);
}

/** How many there are. */
export async function countArticles(db: Db, list: Omit<ArticleList, 'limit'> = {}): Promise<number> {
  const row = await matching(db, { ...list, limit: 0 })
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

function matching(db: Db, { tagSlug, authorSlug, between }: ArticleList) {
  let query = db.selectFrom('articles').where(isPublished);
  if (tagSlug !== undefined)
    query = query.where('articles.id', 'in', (eb) =>
      eb
        .selectFrom('article_tags')
        .innerJoin('tags', 'tags.id', 'article_tags.tag_id')
        .select('article_tags.article_id')
        .where('tags.slug', '=', tagSlug),
    );
  if (authorSlug !== undefined)
    query = query.where('articles.id', 'in', (eb) =>
      eb.selectFrom('article_bylines').select('article_id').where('slug', '=', authorSlug),
    );
  if (between)
    query = query
      .where('articles.published_at', '>=', between.from)
      .where('articles.published_at', '<', between.to);
  return query;
}

/** Published articles by id, for search. */
export async function articlesById(db: Db, ids: string[]): Promise<ArticleRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('articles')
    .select(columns)
    .where('articles.id', 'in', ids)
    .where(isPublished)
    .execute();
  return withNames(db, rows);
}

/** Ids of published articles by words of the title, or by path; a hundred at most. */
export async function articlesNamed(db: Db, text: string): Promise<string[]> {
  const words = text
    .toLowerCase()
    .replaceAll(/[%_\\]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const rows = await db
    .selectFrom('articles')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('path', '=', text),
        eb.and([
          eb.lit(words.length > 0),
          ...words.map((word) => eb(eb.fn<string>('lower', ['title']), 'like', `%${word}%`)),
        ]),
      ]),
    )
    .where(isPublished)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ id }) => id);
}

type PlainRow = {
  id: string;
  path: string | null;
  title: string;
  standfirst: string | null;
  published_at: string | null;
  dated: string | null;
  origin: string;
  state: ArticleState;
  comment_policy: string | null;
  close_after_days: number | null;
  comments_closed: number;
  language: string | null;
};

async function withNames(db: Db, rows: PlainRow[]): Promise<ArticleRow[]> {
  const ids = rows.map((row) => row.id);
  const [authors, tags] = await Promise.all([authorsOf(db, ids), tagsOf(db, ids)]);
  return rows.map((row) => ({
    id: row.id,
    path: row.path ?? '',
    title: row.title,
    standfirst: row.standfirst,
    publishedAt: row.published_at ?? '',
    dated: row.dated,
    origin: row.origin,
    state: row.state,
    policy: row.comment_policy,
    closeAfterDays: row.close_after_days,
    commentsClosed: row.comments_closed === 1,
    authors: authors.get(row.id) ?? [],
    tags: tags.get(row.id) ?? [],
    language: row.language,
  }));
}

async function authorsOf(db: Db, ids: string[]): Promise<Map<string, Author[]>> {
  const writers = await writersOfAll(db, ids);
  return new Map([...writers].map(([id, names]) => [id, names.map(authorOf)]));
}

function authorOf({ name, guest }: NamedWriter): Author {
  return { name, path: authorPath(nameSlug(name)), ...(guest ? { guest } : {}) };
}

async function tagsOf(db: Db, ids: string[]): Promise<Map<string, NamedPath[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('article_tags')
    .innerJoin('tags', 'tags.id', 'article_tags.tag_id')
    .select(['article_tags.article_id', 'tags.name', 'tags.slug'])
    .where('article_tags.article_id', 'in', ids)
    .orderBy('article_tags.position')
    .execute();
  return collect(rows, (row) => ({ name: row.name, path: tagPath(row.slug) }));
}

function collect<R extends { article_id: string }>(
  rows: R[],
  view: (row: R) => NamedPath,
): Map<string, NamedPath[]> {
  const all = new Map<string, NamedPath[]>();
  for (const row of rows) all.set(row.article_id, [...(all.get(row.article_id) ?? []), view(row)]);
  return all;
}

export function tagPath(slug: string): string {
  return `/tag/${slug}/`;
}

export function authorPath(slug: string): string {
  return `/author/${slug}/`;
}

/** What the article's own page needs beside the counts, which belong to its comments. */
export type FullArticle = ArticleRow & {
  html: CleanHtml;
  links: ArticleView['links'];
  updatedAt: string;
  revisions: number;
  lastNumber: number;
  losses: string[];
};

/** The published article at a path or of an id; null where there is none. */
export async function readArticle(
  db: Db,
  by: { path: string } | { id: string },
): Promise<FullArticle | null> {
  const query = fullRows(db).where(isPublished);
  const row = await ('path' in by
    ? query.where('path', '=', by.path)
    : query.where('id', '=', by.id)
  ).executeTakeFirst();
  return row ? fullArticle(db, row) : null;
}

/**
 * An article that readers do not see, as they will; null where there is none or it was withdrawn. Its date is the time
 * that is set for it, or else `now`.
 */
export async function readForPreview(
  db: Db,
  { id, now }: { id: string; now: string },
): Promise<FullArticle | null> {
  const row = await fullRows(db).where('id', '=', id).where('state', '!=', 'withdrawn').executeTakeFirst();
  const article = row ? await fullArticle(db, row) : null;
  if (article === null || article.state === 'published') return article;
  const set = await db
    .selectFrom('article_schedules')
    .select('publish_at')
    .where('article_id', '=', id)
    .executeTakeFirst();
  const at = set?.publish_at ?? now;
  return { ...article, publishedAt: at, dated: at };
}

function fullRows(db: Db) {
  return db
    .selectFrom('articles')
    .select([...columns, 'articles.html', 'articles.updated_at', 'articles.last_number', 'articles.losses'])
    .select((eb) =>
      eb
        .selectFrom('article_revisions')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('article_revisions.article_id', '=', 'articles.id')
        .as('revisions'),
    );
}

type FullRow = PlainRow & {
  html: string;
  updated_at: string;
  last_number: number;
  losses: string | null;
  revisions: number | string | bigint | null;
};

async function fullArticle(db: Db, row: FullRow): Promise<FullArticle | null> {
  const [article] = await withNames(db, [row]);
  if (!article) return null;
  const html = row.html as CleanHtml;
  return {
    ...article,
    html,
    links: linksOf(html).map((link, index) => ({ ...link, label: letters(index) })),
    updatedAt: row.updated_at,
    revisions: Number(row.revisions ?? 0),
    lastNumber: row.last_number,
    losses: row.losses ? JSON.parse(row.losses) : [],
  };
}

/** A text that changes with whatever the page at an article's path is made of. */
export async function articleStamp(db: Db, path: string): Promise<string> {
  const row = await db
    .selectFrom('articles')
    .select(['id', 'state', 'marks'])
    .where('path', '=', path)
    .executeTakeFirst();
  if (!row) return 'none';
  return `${row.state} ${row.marks} ${await publicStamp(db, row.id)} ${await followUpStamp(db, row.id)} ${JSON.stringify(await placeInSeries(db, row.id))}`;
}

/** a, b … z, aa, ab …: how links are called in the colophon. */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** Tags in use, with the number of published articles under each, by name. */
export async function listTags(db: Db): Promise<(NamedPath & { slug: string; count: number })[]> {
  const rows = await db
    .selectFrom('tags')
    .innerJoin('article_tags', 'article_tags.tag_id', 'tags.id')
    .innerJoin('articles', 'articles.id', 'article_tags.article_id')
    .select((eb) => ['tags.name', 'tags.slug', eb.fn.countAll<number>().as('count')])
    .where(isPublished)
    .groupBy(['tags.name', 'tags.slug'])
    .orderBy(sql`lower(tags.name)`)
    .execute();
  return rows.map((row) => ({ ...row, path: tagPath(row.slug), count: Number(row.count) }));
}

/** The author of published articles by slug, or null. */
export async function readAuthor(db: Db, slug: string): Promise<NamedPath | null> {
  const row = await db
    .selectFrom('article_bylines')
    .innerJoin('articles', 'articles.id', 'article_bylines.article_id')
    .select('article_bylines.name')
    .where('article_bylines.slug', '=', slug)
    .where(isPublished)
    .executeTakeFirst();
  return row ? { name: row.name, path: authorPath(slug) } : null;
}

/** UTC times of all published articles, newest first: months are made of them in the publication's time zone. */
export async function publicationTimes(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('articles')
    .select('published_at')
    .where(isPublished)
    .orderBy('published_at', 'desc')
    .execute();
  return rows.map((row) => row.published_at ?? '');
}

/** Where an article stands; null where there is none. A set time outweighs an open review. */
export async function stageOf(db: Db, id: string): Promise<Stage | null> {
  const row = await db
    .selectFrom('articles')
    .leftJoin('article_schedules', 'article_schedules.article_id', 'articles.id')
    .leftJoin('article_reviews', (join) =>
      join
        .onRef('article_reviews.article_id', '=', 'articles.id')
        .on('article_reviews.closed_at', 'is', null),
    )
    .select(['articles.state', 'article_schedules.publish_at', 'article_reviews.id as review'])
    .where('articles.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  if (row.state !== 'draft') return row.state;
  if (row.publish_at !== null) return 'scheduled';
  return row.review === null ? 'draft' : 'in-review';
}

/** An article as the desk's form shows it, published or not. */
export type EditableArticle = {
  id: string;
  state: ArticleState;
  path: string | null;
  title: string;
  standfirst: string;
  source: string;
  format: SourceFormat;
  /** What the source renders to. */
  html: CleanHtml;
  byline: string[];
  /** The same names, with what is said of guests. */
  writers: NamedWriter[];
  tags: string[];
  policy: string;
  closeAfterDays: string;
  slug: string;
  /** A BCP 47 tag, or empty for the publication's own language. */
  language: string;
  updatedAt: string;
};

export async function readEditable(db: Db, id: string): Promise<EditableArticle | null> {
  const row = await db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const [writers, tags] = await Promise.all([writersOf(db, id), tagsOf(db, [id])]);
  return {
    id,
    state: row.state,
    path: row.path,
    title: row.title,
    standfirst: row.standfirst ?? '',
    source: row.source,
    format: row.source_format,
    html: storedHtml(row),
    byline: writers.map(({ name }) => name),
    writers,
    tags: (tags.get(id) ?? []).map((tag) => tag.name),
    policy: row.comment_policy ?? '',
    closeAfterDays: row.close_after_days === null ? '' : String(row.close_after_days),
    slug: row.slug ?? '',
    language: row.language ?? '',
    updatedAt: row.updated_at,
  };
}
