import type { CleanHtml } from '../../../lib/clean-html.ts';
import type { Settings } from '../../../publication/settings.ts';
import type { Site } from '../../../site.ts';
import type { Db } from '../../../store/schema.ts';
import { everythingWritten } from '../words-filter.ts';
import { type Label, type Learned, learnedFrom, type Sample } from './bayes.ts';
import type { Figures } from './hold-out.ts';

/** The one model that there is. */
export const modelName = 'responses';

/** The ids of the last responses that readers see, or that were taken away for one of the rules, oldest first. */
export async function decidedIds(db: Db, label: Label, most: number): Promise<string[]> {
  let query = db
    .selectFrom('comments')
    .select('comments.id')
    .where('comments.origin', '=', 'reader')
    .where('comments.by_staff', 'is', null)
    .where('comments.withheld_at', 'is', null);
  if (label === 'kept') query = query.where('comments.state', '=', 'published');
  else
    query = query
      .where('comments.state', 'in', ['removed', 'refused'])
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('comment_decisions')
            .select('comment_decisions.id')
            .whereRef('comment_decisions.comment_id', '=', 'comments.id')
            .where('comment_decisions.kind', 'in', ['remove', 'refuse'])
            .where('comment_decisions.reason_code', 'like', 'rule-%'),
        ),
      );
  const rows = await query.orderBy('comments.id', 'desc').limit(most).execute();
  return rows.map(({ id }) => id).reverse();
}

/** Their words, without the names: what is learned is of what was written, and not of who wrote it. */
export async function samplesOf(db: Db, ids: string[], label: Label): Promise<Sample[]> {
  const rows = await db
    .selectFrom('comments')
    .select(['id', 'html', 'url'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  return rows.map(({ id, html, url }) => ({
    ...{ id, label },
    text: everythingWritten({ html: html as CleanHtml, url, name: '' }),
  }));
}

/** When it was last learned and how well; null where it never was. `isThere` is false while there are too few decisions. */
export async function readFigures(
  db: Db,
): Promise<{ madeAt: string; figures: Figures; isThere: boolean } | null> {
  const row = await db
    .selectFrom('learned_models')
    .select(['made_at', 'figures'])
    .select((eb) => eb('model', '<>', '').as('there'))
    .where('name', '=', modelName)
    .executeTakeFirst();
  if (!row) return null;
  return { madeAt: row.made_at, figures: JSON.parse(row.figures), isThere: Boolean(row.there) };
}

/** When something was last decided, withdrawn or erased; and whether from a time on words or names are gone. */
export async function decidedSince(db: Db, since: string): Promise<{ isNew: boolean; isErased: boolean }> {
  const newest = await db
    .selectFrom('comment_decisions')
    .select('at')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!newest || newest.at < since) return { isNew: false, isErased: false };
  const erased = await db
    .selectFrom('comment_decisions')
    .select('id')
    .where('at', '>=', since)
    .where('kind', 'in', ['withdraw', 'erase', 'unname'])
    .limit(1)
    .executeTakeFirst();
  return { isNew: true, isErased: erased !== undefined };
}

const known = new WeakMap<Site, { madeAt: string; learned: Learned | null }>();

/** What was learned, read once for each time that it was; null while there is nothing. */
export async function readLearned(site: Site, db: Db): Promise<Learned | null> {
  const row = await db
    .selectFrom('learned_models')
    .select('made_at')
    .where('name', '=', modelName)
    .executeTakeFirst();
  if (!row) return null;
  const cached = known.get(site);
  if (cached?.madeAt === row.made_at) return cached.learned;
  const { model } = await db
    .selectFrom('learned_models')
    .select('model')
    .where('name', '=', modelName)
    .executeTakeFirstOrThrow();
  const learned = model === '' ? null : learnedFrom(model);
  known.set(site, { madeAt: row.made_at, learned });
  return learned;
}

/** The same where the publication wants it. */
export async function learnedFor(site: Site, db: Db, settings: Settings): Promise<Learned | null> {
  return settings['comments.learn'] === 'yes' ? readLearned(site, db) : null;
}
