import type { Db } from '../../store/schema.ts';
import type { HomeArticle } from './home-view.ts';

/** True while the demo publication's articles are here. */
export async function isDemo(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('articles')
    .select('id')
    .where('origin', '=', 'demo')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

type Some = { count: number; first: HomeArticle[] };

/** Drafts that wait for a second reader, the longest waiting first: how many, and the first few. */
export async function openReviews(db: Db, few: number): Promise<Some> {
  const open = db
    .selectFrom('article_reviews')
    .innerJoin('articles', 'articles.id', 'article_reviews.article_id')
    .where('article_reviews.closed_at', 'is', null)
    .where('articles.state', '=', 'draft')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('article_schedules')
            .select('article_id')
            .whereRef('article_schedules.article_id', '=', 'articles.id'),
        ),
      ),
    );
  const total = await open.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirst();
  const first = await open
    .select(['articles.id', 'articles.title', 'article_reviews.asked_at as at'])
    .orderBy('article_reviews.asked_at')
    .limit(few)
    .execute();
  return { count: Number(total?.count ?? 0), first };
}

/** Articles that will appear by themselves, the next first. */
export async function nextScheduled(db: Db, few: number): Promise<Some> {
  const scheduled = db
    .selectFrom('article_schedules')
    .innerJoin('articles', 'articles.id', 'article_schedules.article_id')
    .where('articles.state', '=', 'draft');
  const total = await scheduled.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirst();
  const first = await scheduled
    .select(['articles.id', 'articles.title', 'article_schedules.publish_at as at'])
    .orderBy('article_schedules.publish_at')
    .limit(few)
    .execute();
  return { count: Number(total?.count ?? 0), first };
}

/** Drafts that nobody is to read and no time is set for, last changed first: those by a name, or by others. */
export async function plainDrafts(
  db: Db,
  { by, mine, few }: { by: string; mine: boolean; few: number },
): Promise<Some> {
  const drafts = db
    .selectFrom('articles')
    .where('articles.state', '=', 'draft')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('article_schedules')
            .select('article_id')
            .whereRef('article_schedules.article_id', '=', 'articles.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('article_reviews')
            .select('article_id')
            .whereRef('article_reviews.article_id', '=', 'articles.id')
            .where('article_reviews.closed_at', 'is', null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) => {
      const named = exists(
        selectFrom('article_bylines')
          .select('article_id')
          .whereRef('article_bylines.article_id', '=', 'articles.id')
          .where('article_bylines.name', '=', by),
      );
      return mine ? named : not(named);
    });
  const total = await drafts.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirst();
  const first = await drafts
    .select(['articles.id', 'articles.title', 'articles.updated_at as at'])
    .orderBy('articles.updated_at', 'desc')
    .orderBy('articles.id', 'desc')
    .limit(few)
    .execute();
  return { count: Number(total?.count ?? 0), first };
}

/** How many responses came in each minute since a UTC time: `YYYY-MM-DDTHH:MM`. */
export async function responsesByMinute(db: Db, since: string): Promise<{ at: string; count: number }[]> {
  const rows = await db
    .selectFrom('comments')
    .select((eb) => [
      eb.fn<string>('substr', ['posted_at', eb.lit(1), eb.lit(16)]).as('at'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('posted_at', '>=', since)
    .groupBy('at')
    .execute();
  return rows.map(({ at, count }) => ({ at: `${at}Z`, count: Number(count) }));
}

/** What staff decided since a UTC time; of what was held, when it had come. */
export async function decisionsSince(
  db: Db,
  since: string,
): Promise<{ at: string; heldSince: string | null }[]> {
  const rows = await db
    .selectFrom('comment_decisions')
    .innerJoin('comments', 'comments.id', 'comment_decisions.comment_id')
    .select(['comment_decisions.at', 'comment_decisions.kind', 'comments.posted_at', 'comments.held_for'])
    .where('comment_decisions.at', '>=', since)
    .where('comment_decisions.kind', '!=', 'withdraw')
    .execute();
  return rows.map(({ at, kind, posted_at, held_for }) => ({
    at,
    heldSince: held_for !== null && (kind === 'release' || kind === 'refuse') ? posted_at : null,
  }));
}
