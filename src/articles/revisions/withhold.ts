import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import { appendEntry } from '../../record/append.ts';
import type { Site } from '../../site.ts';
import type { Db, Schema } from '../../store/schema.ts';
import type { Editor } from '../keep-revision.ts';
import { lockArticle, noArticle } from '../lock-article.ts';

/** Why the words of a version may be withheld: codes of the record. */
export const withholdReasons = [
  'court-order',
  'defamation',
  'privacy',
  'copyright',
  'contempt-of-court',
] as const;
export type WithholdReason = (typeof withholdReasons)[number];

type Version = { id: string; number: number };
type Step = Outcome<{ number: number }>;

/**
 * Withholds the words of a version for a legal reason: readers see that it was there, and since when. Staff keep the
 * words. Refusals: `no-article`, `no-revision`, `shown` (readers are reading it now), `already`.
 */
export async function withholdRevision(
  site: Site,
  editor: Editor,
  { id, number, reason }: Version & { reason: WithholdReason },
): Promise<Step> {
  return site.store.write(async (tx) => {
    const found = await findVersion(tx, { id, number });
    if (!found.ok) return found;
    const { state, newest, last } = found.value;
    if (state === 'published' && number === newest)
      return refuse(
        'shown',
        'This is the version that readers see now: change the text first, or withdraw the article.',
      );
    if (last?.state === 'withheld') return refuse('already', 'Its words are withheld already.');
    return take(site, tx, { editor, version: { id, number }, last, state: 'withheld', reason });
  });
}

/** Shows the words of a version again. Refusals: `no-article`, `no-revision`, `already`. */
export async function showRevision(site: Site, editor: Editor, { id, number }: Version): Promise<Step> {
  return site.store.write(async (tx) => {
    const found = await findVersion(tx, { id, number });
    if (!found.ok) return found;
    const { last } = found.value;
    if (last?.state !== 'withheld') return refuse('already', 'Its words are not withheld.');
    return take(site, tx, { editor, version: { id, number }, last, state: 'lifted', reason: last.reason });
  });
}

type Row = Schema['revision_withholdings'];
type Found = { state: string; newest: number; last: Row | null };

async function findVersion(tx: Db, { id, number }: Version): Promise<Outcome<Found>> {
  const article = await lockArticle(tx, id);
  if (!article) return noArticle();
  const row = await tx
    .selectFrom('article_revisions')
    .select((eb) => eb.fn.max('number').as('newest'))
    .where('article_id', '=', id)
    .executeTakeFirst();
  const newest = row?.newest ?? 0;
  if (number < 1 || number > newest)
    return refuse('no-revision', 'There is no such version: choose one of the list.');
  const last = await tx
    .selectFrom('revision_withholdings')
    .selectAll()
    .where('article_id', '=', id)
    .where('number', '=', number)
    .orderBy('step', 'desc')
    .limit(1)
    .executeTakeFirst();
  return done({ state: article.state, newest, last: last ?? null });
}

type Taken = {
  editor: Editor;
  version: Version;
  last: Row | null;
  state: Row['state'];
  reason: string;
};

async function take(site: Site, tx: Db, { editor, version, last, state, reason }: Taken): Promise<Step> {
  const { id, number } = version;
  const by = { by_role: editor.actor.role, by_staff: editor.staffId };
  const at = site.clock.now().toISOString();
  await tx
    .insertInto('revision_withholdings')
    .values({ article_id: id, number, step: (last?.step ?? 0) + 1, state, reason, at, ...by })
    .execute();
  await appendEntry(site, tx, {
    action: state === 'withheld' ? 'revision.withhold' : 'revision.show',
    by: editor.actor,
    subject: { type: 'revision', id, article: id, number },
    reason,
    visibility: 'public',
  });
  return done({ number });
}
