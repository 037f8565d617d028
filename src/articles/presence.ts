import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** Whoever else has an article open. */
export type Present = { name: string; since: string };

/** A form says so every thirty seconds that it is open: two that are missing, and it is taken for closed. */
const silence = 75_000;

type Form = { formId: string; articleId: string; staffId: string };

/** Notes that a form is open, or (`left`) that it was closed. */
export async function notePresence(
  site: Site,
  { formId, articleId, staffId }: Form,
  left: boolean,
): Promise<void> {
  const now = site.clock.now().toISOString();
  await site.store.write(async (tx) => {
    if (left) {
      await tx
        .deleteFrom('article_presence')
        .where('form_id', '=', formId)
        .where('staff_id', '=', staffId)
        .execute();
      return;
    }
    await tx
      .insertInto('article_presence')
      .values({ form_id: formId, article_id: articleId, staff_id: staffId, since: now, seen_at: now })
      .onConflict((conflict) =>
        conflict
          .column('form_id')
          .doUpdateSet({ seen_at: now })
          .where('article_presence.staff_id', '=', staffId),
      )
      .execute();
  });
}

/** Who has the article open in another form than this: each once, since when. */
export async function othersAt(
  site: Site,
  db: Db,
  { articleId, formId }: { articleId: string; formId: string },
): Promise<Present[]> {
  const rows = await db
    .selectFrom('article_presence')
    .innerJoin('staff', 'staff.id', 'article_presence.staff_id')
    .select((eb) => ['staff.id', 'staff.name', eb.fn.min('article_presence.since').as('since')])
    .where('article_presence.article_id', '=', articleId)
    .where('article_presence.form_id', '!=', formId)
    .where('article_presence.seen_at', '>', new Date(site.clock.now().getTime() - silence).toISOString())
    .groupBy(['staff.id', 'staff.name'])
    .orderBy('since')
    .execute();
  return rows.map(({ name, since }) => ({ name, since }));
}
