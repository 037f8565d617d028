import { lockArticle, noArticle } from '../articles/lock-article.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import type { Actor } from '../record/entry.ts';
import type { Site } from '../site.ts';

const most = 86_400;

/**
 * Sets the least time in seconds between two responses of one writer under an article: 0 for none, an empty text for
 * what the publication has. Refusals: `no-article`, `bad-value` on the field `seconds`.
 */
export async function setSlowMode(
  site: Site,
  by: Actor,
  { id, seconds }: { id: string; seconds: string },
): Promise<Outcome<{ id: string }>> {
  const typed = seconds.trim();
  if (!/^\d{0,5}$/.test(typed) || Number(typed) > most)
    return refuse(
      'bad-value',
      'Give a whole number of seconds from 0 to 86,400 (a day), or nothing for what the publication has.',
      'seconds',
    );
  return site.store.write(async (tx) => {
    if (!(await lockArticle(tx, id))) return noArticle();
    await tx
      .updateTable('articles')
      .set({ slow_seconds: typed === '' ? null : Number(typed) })
      .where('id', '=', id)
      .execute();
    await appendEntry(site, tx, {
      ...{ action: 'article.slow', by, subject: { type: 'article', id }, visibility: 'public' },
    });
    return done({ id });
  });
}
