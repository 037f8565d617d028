import { timeText } from '../lib/dates.ts';
import { localMoment } from '../lib/local-times.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { settingsIn } from '../publication/queries.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import type { Editor } from './keep-revision.ts';
import { lockArticle, noArticle } from './lock-article.ts';

/**
 * Puts a published article first on the front page, until a time by the publication's clocks, or with an empty one
 * until it is taken down. Refusals: `no-article`, `not-published`, `bad-time`, `past-time`.
 */
export async function pinArticle(
  site: Site,
  editor: Editor,
  { id, until }: { id: string; until: string },
): Promise<Outcome<{ until: string | null }>> {
  return site.store.write(async (tx) => {
    const article = await lockArticle(tx, id);
    if (!article) return noArticle();
    if (article.state !== 'published')
      return refuse('not-published', 'This article is not published: it cannot stand on the front page.');
    const end = await endOf(site, tx, until);
    if (!end.ok) return end;
    const row = { at: site.clock.now().toISOString(), by_staff: editor.staffId, until: end.value };
    await tx
      .insertInto('article_pins')
      .values({ article_id: id, ...row })
      .onConflict((conflict) => conflict.column('article_id').doUpdateSet(row))
      .execute();
    await enter(site, tx, { id, editor, action: 'article.pin' });
    return done({ until: end.value });
  });
}

/** Takes it down from its first place. Refusal: `already-decided`. */
export async function unpinArticle(site: Site, editor: Editor, id: string): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const row = await tx
      .deleteFrom('article_pins')
      .where('article_id', '=', id)
      .returning('article_id')
      .executeTakeFirst();
    if (!row) return refuse('already-decided', 'It is not pinned any more: somebody took it down already.');
    await enter(site, tx, { id, editor, action: 'article.unpin' });
    return done({ id });
  });
}

async function endOf(site: Site, tx: Db, until: string): Promise<Outcome<string | null>> {
  if (until.trim() === '') return done(null);
  const settings = await settingsIn(tx);
  const style = { locale: settings.locale, timeZone: settings['time-zone'] };
  const moment = localMoment(until, style.timeZone);
  if (moment.kind === 'skipped') {
    const [before, after] = [timeText(moment.before, style), timeText(moment.after, style)];
    return refuse(
      'bad-time',
      `That time does not come in ${style.timeZone}: choose ${before} or ${after}.`,
      'until',
    );
  }
  if (moment.kind === 'none')
    return refuse('bad-time', 'Give a day and a time of the calendar, such as 2026-03-12T06:30.', 'until');
  return moment.at > site.clock.now().toISOString()
    ? done(moment.at)
    : refuse('past-time', `${timeText(moment.at, style)} is past: choose a later time, or none.`, 'until');
}

type Done = { id: string; editor: Editor; action: 'article.pin' | 'article.unpin' };

async function enter(site: Site, tx: Db, { id, editor, action }: Done): Promise<void> {
  await appendEntry(site, tx, {
    action,
    by: editor.actor,
    subject: { type: 'article', id },
    visibility: 'public',
  });
}
