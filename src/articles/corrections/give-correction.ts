import { newSecret } from '../../lib/ids.ts';
import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import { appendEntry } from '../../record/append.ts';
import type { Site } from '../../site.ts';
import type { Db, Time } from '../../store/schema.ts';
import { makeNumberedOnce, type SentRequest } from '../../store/sent-requests.ts';
import type { Editor } from '../keep-revision.ts';
import { lockArticle, noArticle } from '../lock-article.ts';
import { whyUnsaid } from '../unread.ts';
import { type CorrectionInput, type CorrectionRow, correctionReason, correctionWords } from './correction.ts';

type Given = Outcome<{ number: number }>;

/**
 * Publishes a correction to a published article, or what else is to be said of it; once for each request. Refusals:
 * `no-article`, `not-published`, `no-revision`, `needs-reader`, `key-reused`.
 */
export async function giveCorrection(
  site: Site,
  editor: Editor,
  { id, input, request = null }: { id: string; input: CorrectionInput; request?: SentRequest | null },
): Promise<Given> {
  return site.store.write((tx) =>
    makeNumberedOnce(tx, { request, noun: 'correction' }, () => give(site, tx, { editor, id, input })),
  );
}

type New = { editor: Editor; id: string; input: CorrectionInput };

async function give(site: Site, tx: Db, { editor, id, input }: New): Promise<Given> {
  const refused = await refusedFor(tx, { id, input });
  if (refused) return refused;
  const last = await tx
    .selectFrom('article_corrections')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('article_id', '=', id)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  const at = site.clock.now().toISOString();
  const place = { article_id: id, number, version: 1, given_at: at, state: 'standing' as const };
  return keep(site, tx, { editor, at, row: { ...place, ...columnsOf(input) } });
}

type Change = { id: string; number: number; version: number };

/**
 * Changes the note of a correction: the earlier one is kept, and readers are told. `version` is the one that was
 * seen. Refusals: those of giving one, `no-correction`, `stale`, `withdrawn`, `same`.
 */
export async function changeCorrection(
  site: Site,
  editor: Editor,
  { id, number, version, input }: Change & { input: CorrectionInput },
): Promise<Given> {
  return site.store.write(async (tx) => {
    const refused = await refusedFor(tx, { id, input });
    if (refused) return refused;
    const before = await standing(tx, { id, number, version });
    if (!before.ok) return before;
    const row = { ...before.value, ...columnsOf(input), version: version + 1 };
    if (correctionWords(row) === correctionWords(before.value))
      return refuse('same', 'Nothing in it was changed: there is nothing to save.');
    return keep(site, tx, { editor, row });
  });
}

/** Withdraws a correction. A line of it stays, with why. Refusals: as of changing one. */
export async function withdrawCorrection(
  site: Site,
  editor: Editor,
  { id, number, version, why }: Change & { why: string },
): Promise<Given> {
  return site.store.write(async (tx) => {
    const refused = await refusedFor(tx, { id });
    if (refused) return refused;
    const before = await standing(tx, { id, number, version });
    if (!before.ok) return before;
    const row = { ...before.value, state: 'withdrawn' as const, why, version: version + 1 };
    return keep(site, tx, { editor, row });
  });
}

function columnsOf({ kind, was, now, why, prominence, revision }: CorrectionInput) {
  return { kind, was, now_reads: now, why, prominence, revision };
}

async function refusedFor(tx: Db, { id, input }: { id: string; input?: CorrectionInput }) {
  const article = await lockArticle(tx, id);
  if (!article) return noArticle();
  if (article.state !== 'published')
    return refuse('not-published', 'Only a published article can be corrected: change the text instead.');
  if (!input || input.revision === null) return null;
  const revision = await tx
    .selectFrom('article_revisions')
    .select('number')
    .where('article_id', '=', id)
    .where('number', '=', input.revision)
    .executeTakeFirst();
  return revision
    ? null
    : refuse('no-revision', 'There is no such version: choose one of the list.', 'revision');
}

/** The correction as it stands, if it is still the version that was seen. */
async function standing(tx: Db, { id, number, version }: Change): Promise<Outcome<CorrectionRow>> {
  const row = await tx
    .selectFrom('article_corrections')
    .selectAll()
    .where('article_id', '=', id)
    .where('number', '=', number)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return refuse('no-correction', 'There is no such correction under this article.');
  if (row.state === 'withdrawn') return refuse('withdrawn', 'It was withdrawn: give a new one instead.');
  if (row.version !== version)
    return refuse('stale', 'Somebody changed this note since you opened it: open it again and compare.');
  return done(row);
}

type NewRow = Omit<CorrectionRow, 'salt' | 'at' | 'by_staff'>;

type Keeping = { editor: Editor; row: NewRow; at?: Time };

async function keep(
  site: Site,
  tx: Db,
  { editor, row, at = site.clock.now().toISOString() }: Keeping,
): Promise<Given> {
  const unsaid = await whyUnsaid(site, tx, { id: row.article_id, editor });
  if (unsaid) return unsaid;
  const kept = { ...row, at, by_staff: editor.staffId, salt: newSecret(site.random) };
  await tx.insertInto('article_corrections').values(kept).execute();
  await appendEntry(site, tx, {
    action: 'article.correct',
    by: editor.actor,
    subject: { type: 'correction', id: row.article_id, article: row.article_id, number: row.number },
    reason: correctionReason(kept),
    visibility: 'public',
    words: { salt: kept.salt, text: correctionWords(kept) },
  });
  return done({ number: row.number });
}
