import { sha256 } from '../lib/ids.ts';
import { type Refusal, refuse } from '../lib/refusal.ts';
import { canonical } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { claimWords, outcomeWords } from './claims/claim.ts';
import type { Editor } from './keep-revision.ts';

/**
 * A hash of exactly the words of an article as they now are, with those that are to appear beside its text: what it
 * claims, what it says of others' claims, how its author knows. Any change makes another.
 */
export async function wordsHash(db: Db, id: string): Promise<string> {
  const article = await db
    .selectFrom('articles')
    .select(['title', 'standfirst', 'source', 'source_format'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const beside = await wordsBeside(db, id);
  return sha256(canonical({ ...article, ...(beside.length === 0 ? {} : { beside }) }));
}

async function wordsBeside(db: Db, id: string): Promise<string[]> {
  const claims = await db
    .selectFrom('article_claims')
    .selectAll()
    .where('article_id', '=', id)
    .orderBy('number')
    .orderBy('version')
    .execute();
  const closings = await db
    .selectFrom('claim_outcomes')
    .selectAll()
    .where('by_article_id', '=', id)
    .orderBy('id')
    .execute();
  const known = await db
    .selectFrom('article_attributions')
    .select('content')
    .where('article_id', '=', id)
    .orderBy('version')
    .execute();
  return [...claims.map(claimWords), ...closings.map(outcomeWords), ...known.map(({ content }) => content)];
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

/**
 * Why somebody may not add words beside a published article: it is marked as a legal risk, and they have written some
 * of it. An owner who has let one change pass has let this one pass, which uses it up. Null where they may. Refusal:
 * `needs-reader`.
 */
export async function whyUnsaid(
  site: Site,
  tx: Db,
  { id, editor }: { id: string; editor: Editor },
): Promise<Refusal | null> {
  if (!(await isOwn(tx, id, editor)) || !(await whyUnchanged(site, tx, id))) return null;
  return refuse(
    'needs-reader',
    'This article is marked as a legal risk and you have written some of it: an editor who wrote none of it may add this, or you after an owner has let one change pass, on its Publishing page.',
  );
}

/** Whether somebody has written some of an article. Who is not known, as at a terminal, may be its writer. */
export async function isOwn(tx: Db, id: string, { staffId }: Editor): Promise<boolean> {
  if (staffId === null) return true;
  const row = await tx
    .selectFrom('article_writers')
    .select('staff_id')
    .where('article_id', '=', id)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return row !== undefined;
}

function needsReader(): Refusal {
  return refuse(
    'needs-reader',
    'This article is marked as a legal risk: an editor or owner who wrote none of it must first press “I have read this version” on its Publishing page. An owner may let it pass alone, for a reason that is logged.',
  );
}
