import { staged, stageInList } from '../articles/stages/queries.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import { illustrate } from '../pictures/expand-pictures.ts';
import type { Stage } from '../staff/permissions.ts';
import type { Db } from '../store/schema.ts';
import { isPublished } from '../store/visibility.ts';

export type Body = { html: CleanHtml; updatedAt: string };

/** What lists of articles leave out: the words of each published one, and when it was last changed. */
export async function bodiesOf(db: Db, articleIds: string[]): Promise<Map<string, Body>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'html', 'updated_at'])
    .where('id', 'in', articleIds)
    .where(isPublished)
    .execute();
  const bodies = rows.map(async ({ id, html, updated_at }) => {
    const shown = await illustrate(db, html as CleanHtml);
    return [id, { html: shown.html, updatedAt: updated_at }] as const;
  });
  return new Map(await Promise.all(bodies));
}

/** What staff see of an article beside its words: its HTML, and when it was or will be published. */
export async function staffFacts(db: Db, id: string) {
  const row = await db
    .selectFrom('articles')
    .leftJoin('article_schedules', 'article_schedules.article_id', 'articles.id')
    .select(['html', 'published_at', 'publish_at', 'local_time', 'time_zone'])
    .where('articles.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { publish_at: at, local_time: local, time_zone: timeZone } = row;
  const schedule = at === null || local === null || timeZone === null ? null : { at, local, timeZone };
  return { html: row.html, published: row.published_at, schedule };
}

export type ArticleRef = { id: string; path: string; lastNumber: number };

/** Where the comments of a published article stand; null where there is no such article for readers. */
export async function findArticle(db: Db, id: string): Promise<ArticleRef | null> {
  const row = await db
    .selectFrom('articles')
    .select(['id', 'path', 'last_number'])
    .where('id', '=', id)
    .where(isPublished)
    .executeTakeFirst();
  return row ? { id: row.id, path: row.path ?? '', lastNumber: row.last_number } : null;
}

/** What waits for an article or marks it: its open review, its legal-risk mark, its first place on the front page. */
export async function standingFacts(db: Db, { id, now }: { id: string; now: string }) {
  const review = await db
    .selectFrom('article_reviews')
    .leftJoin('staff', 'staff.id', 'article_reviews.asked_by')
    .select(['article_reviews.id', 'asked_at as asked', 'staff.name as askedBy', 'note'])
    .where('article_id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  const risk = await db
    .selectFrom('article_risk_marks')
    .leftJoin('staff', 'staff.id', 'article_risk_marks.set_by')
    .select(['set_at as marked', 'staff.name as by', 'reason'])
    .where('article_id', '=', id)
    .where('off_at', 'is', null)
    .executeTakeFirst();
  const pin = await db
    .selectFrom('article_pins')
    .select('until')
    .where('article_id', '=', id)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
    .executeTakeFirst();
  return { review: review ?? null, risk: risk ?? null, pin: pin ?? null };
}

/** Articles of a stage, the newest written first, behind an id: for staff alone. */
export async function articlesAt(
  db: Db,
  { stage, after, limit }: { stage: Stage; after: string | null; limit: number },
) {
  let query = staged(db)
    .select(['articles.id', 'articles.title', 'articles.standfirst', 'articles.state', 'articles.path'])
    .select(['articles.updated_at', 'articles.published_at', 'article_schedules.publish_at'])
    .where(stageInList, '=', stage)
    .orderBy('articles.id', 'desc')
    .limit(limit);
  if (after !== null) query = query.where('articles.id', '<', after);
  const rows = await query.execute();
  const ids = rows.map(({ id }) => id);
  const names = await bylinesOf(db, ids);
  return rows.map((row) => ({
    ...row,
    authors: names.filter(({ article_id }) => article_id === row.id).map(({ name }) => ({ name })),
  }));
}

async function bylinesOf(db: Db, ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('article_bylines')
    .select(['article_id', 'name'])
    .where('article_id', 'in', ids)
    .orderBy('position')
    .execute();
}
