import { newSecret } from '../../lib/ids.ts';
import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import { appendEntry } from '../../record/append.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { makeNumberedOnce, type SentRequest } from '../../store/sent-requests.ts';
import type { Editor } from '../keep-revision.ts';
import { lockArticle } from '../lock-article.ts';
import { whyUnsaid } from '../unread.ts';
import { type ClaimInput, type ClaimRow, claimReason, claimWords, foundOf } from './claim.ts';
import { textIn } from './queries.ts';

type Marked = Outcome<{ number: number }>;
const mostClaims = 100;

/**
 * Marks a passage of an article as a dated claim. Of a published one it is public at once, of a draft with its
 * publication. Refusals: `no-article`, `withdrawn`, `not-in-text`, `too-many`, `needs-reader`; with a
 * `request`, once for each: `key-reused`.
 */
export async function markClaim(
  site: Site,
  editor: Editor,
  { id, input, request = null }: { id: string; input: ClaimInput; request?: SentRequest | null },
): Promise<Marked> {
  return site.store.write((tx) =>
    makeNumberedOnce(tx, { request, noun: 'claim' }, () => mark(site, tx, { editor, id, input })),
  );
}

type New = { editor: Editor; id: string; input: ClaimInput };

async function mark(site: Site, tx: Db, { editor, id, input }: New): Promise<Marked> {
  const article = await editable(tx, { id, passage: input.passage });
  if (!article.ok) return article;
  const last = await tx
    .selectFrom('article_claims')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('article_id', '=', id)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  if (number > mostClaims)
    return refuse('too-many', `An article has at most ${mostClaims} claims: change one of them.`);
  const row = { article_id: id, number, version: 1, state: 'standing' as const, ...input };
  return keep(site, tx, { editor, row, isPublic: article.value.isPublic });
}

type Change = { id: string; number: number; version: number };

/** Changes a claim. Refusals: those of marking one, `no-claim`, `stale`, `same`. */
export async function changeClaim(
  site: Site,
  editor: Editor,
  { id, number, version, input }: Change & { input: ClaimInput },
): Promise<Marked> {
  return site.store.write(async (tx) => {
    const before = await standing(tx, { id, number, version });
    if (!before.ok) return before;
    const moved = before.value.passage !== input.passage;
    const article = await editable(tx, { id, passage: moved ? input.passage : null });
    if (!article.ok) return article;
    const row = { ...before.value, ...input, version: version + 1 };
    if (claimWords(row) === claimWords(before.value))
      return refuse('same', 'Nothing in it was changed: there is nothing to save.');
    return replace(site, tx, { editor, before: before.value, row, isPublic: article.value.isPublic });
  });
}

/** Takes the mark off a passage. Refusals: `no-article`, `withdrawn`, `no-claim`, `stale`. */
export async function withdrawClaim(
  site: Site,
  editor: Editor,
  { id, number, version }: Change,
): Promise<Marked> {
  return site.store.write(async (tx) => {
    const before = await standing(tx, { id, number, version });
    if (!before.ok) return before;
    const article = await editable(tx, { id, passage: null });
    if (!article.ok) return article;
    const row = { ...before.value, state: 'withdrawn' as const, version: version + 1 };
    if (article.value.isPublic) return keep(site, tx, { editor, row, isPublic: true });
    await remove(tx, before.value);
    return done({ number });
  });
}

/** The article, if claims may be marked in it; `passage` must stand in its text. */
async function editable(
  tx: Db,
  { id, passage }: { id: string; passage: string | null },
): Promise<Outcome<{ isPublic: boolean }>> {
  const article = await lockArticle(tx, id);
  if (!article) return refuse('no-article', 'There is no such article: save it first.');
  if (article.state === 'withdrawn')
    return refuse('withdrawn', 'The article is withdrawn: nothing in it is due.');
  const found = passage === null ? '' : foundOf(passage, await textIn(tx, id));
  if (passage !== null && found !== passage) return refuse('not-in-text', whereItEnds(found), 'passage');
  return done({ isPublic: article.state === 'published' });
}

function whereItEnds(found: string): string {
  if (found === '')
    return 'The passage is not in the saved text: save the article, then copy the words from it.';
  const last = found.split(' ').slice(-6).join(' ');
  return `The passage is not in the saved text: it agrees as far as “${last}” and differs from there on.`;
}

async function standing(tx: Db, { id, number, version }: Change): Promise<Outcome<ClaimRow>> {
  const row = await tx
    .selectFrom('article_claims')
    .selectAll()
    .where('article_id', '=', id)
    .where('number', '=', number)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row || row.state === 'withdrawn') return refuse('no-claim', 'There is no such claim in this article.');
  if (row.version !== version)
    return refuse('stale', 'Somebody changed this claim since you opened it: open it again and compare.');
  return done(row);
}

type NewRow = Omit<ClaimRow, 'salt' | 'at' | 'by_staff'>;
type Kept = { editor: Editor; row: NewRow; isPublic: boolean };

async function keep(site: Site, tx: Db, { editor, row, isPublic }: Kept): Promise<Marked> {
  const isSaid = isPublic && row.state === 'standing';
  const unsaid = isSaid ? await whyUnsaid(site, tx, { id: row.article_id, editor }) : null;
  if (unsaid) return unsaid;
  const at = site.clock.now().toISOString();
  const kept = { ...row, at, by_staff: editor.staffId, salt: newSecret(site.random) };
  await tx.insertInto('article_claims').values(kept).execute();
  if (isPublic) await enterClaim(site, tx, { editor, row: kept });
  return done({ number: row.number });
}

/** A draft's claim is overwritten: nobody has read it. A published one gets a further version. */
async function replace(
  site: Site,
  tx: Db,
  { before, ...kept }: Kept & { before: ClaimRow },
): Promise<Marked> {
  if (kept.isPublic) return keep(site, tx, kept);
  await remove(tx, before);
  return keep(site, tx, { ...kept, row: { ...kept.row, version: 1 } });
}

async function remove(tx: Db, { article_id, number }: ClaimRow): Promise<void> {
  await tx
    .deleteFrom('article_claims')
    .where('article_id', '=', article_id)
    .where('number', '=', number)
    .execute();
}

/** Enters in the record that a claim is public as it now reads. */
export async function enterClaim(
  site: Site,
  tx: Db,
  { editor, row }: { editor: Editor; row: ClaimRow },
): Promise<void> {
  await appendEntry(site, tx, {
    action: 'claim.mark',
    by: editor.actor,
    subject: { type: 'claim', id: row.article_id, article: row.article_id, number: row.number },
    reason: claimReason(row),
    visibility: 'public',
    words: { salt: row.salt, text: claimWords(row) },
  });
}
