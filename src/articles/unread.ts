import { sha256 } from '../lib/ids.ts';
import { type Refusal, refuse } from '../lib/refusal.ts';
import { canonical } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** A hash of exactly the words of an article as they now are: any change makes another. */
export async function wordsHash(db: Db, id: string): Promise<string> {
  const article = await db
    .selectFrom('articles')
    .select(['title', 'standfirst', 'source', 'source_format'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return sha256(canonical(article));
}

/** The legal-risk mark that an article carries, if any. */
export function openMark(db: Db, id: string) {
  return db
    .selectFrom('article_risk_marks')
    .select(['id', 'set_at', 'set_by', 'reason'])
    .where('article_id', '=', id)
    .where('off_at', 'is', null)
    .executeTakeFirst();
}

/**
 * Why an article may not appear as it now reads: it is marked as a legal risk, and neither has a member of staff who
 * wrote none of it read these very words, nor has an owner let them pass. Null where it may. Refusal: `needs-reader`.
 */
export async function whyUnread(tx: Db, id: string): Promise<Refusal | null> {
  if (!(await openMark(tx, id))) return null;
  const words = await wordsHash(tx, id);
  const reader = await tx
    .selectFrom('article_readings')
    .select('staff_id')
    .where('article_id', '=', id)
    .where('words_hash', '=', words)
    .where('staff_id', 'not in', (eb) =>
      eb.selectFrom('article_writers').select('article_writers.staff_id').where('article_id', '=', id),
    )
    .executeTakeFirst();
  if (reader) return null;
  const passed = await tx
    .selectFrom('article_overrides')
    .select('id')
    .where('article_id', '=', id)
    .where('words_hash', '=', words)
    .executeTakeFirst();
  return passed ? null : needsReader();
}

/**
 * Why a published article may not be changed: under the mark, new words appear only when an owner has let one change
 * pass, which this uses up. Refusal: `needs-reader`.
 */
export async function whyUnchanged(site: Site, tx: Db, id: string): Promise<Refusal | null> {
  if (!(await openMark(tx, id))) return null;
  const used = await tx
    .updateTable('article_overrides')
    .set({ used_at: site.clock.now().toISOString() })
    .where('article_id', '=', id)
    .where('words_hash', 'is', null)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (used) return null;
  return refuse(
    'needs-reader',
    'This article is marked as a legal risk: its published words stay until an editor who did not write it takes the mark off, or an owner lets one change pass, on its Publishing page.',
  );
}

function needsReader(): Refusal {
  return refuse(
    'needs-reader',
    'This article is marked as a legal risk: an editor or owner who wrote none of it must first press “I have read this version” on its Publishing page. An owner may let it pass alone, for a reason that is logged.',
  );
}
