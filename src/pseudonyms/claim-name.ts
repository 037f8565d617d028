import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import { settingsIn } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { ownNameLike } from '../staff/own-names.ts';
import type { Db } from '../store/schema.ts';
import { newPseudonym } from './new-pseudonym.ts';
import { whyNobodys } from './no-names.ts';
import { looksToHold, otherNames } from './pseudonym.ts';
import { type Holding, holdingsOf, isStanding, pseudonymNamed } from './queries.ts';

/** A name, by whom it is to be held, and the article on which the archive's names count too; null for none. */
export type Claim = { name: string; writerId: string; articleId: string | null };

/**
 * The writer's pseudonym of this name: one of theirs that would be taken for it, or a new one; it then holds all that
 * the name could be taken for, and is neither reserved nor bound by this alone. Where two claim one look at the same
 * moment, the primary key lets one of them through and the store runs the other again. Refusals, on the field `name`:
 * `name-held`, with other names that are free; `name-barred`.
 */
export async function claimName(site: Site, tx: Db, claim: Claim): Promise<Outcome<string>> {
  const looks = looksToHold(claim.name);
  const { own, others } = await ownLocked(site, tx, { claim, looks });
  const refused = await whyRefused(site, tx, { claim, own, others });
  if (refused !== null) return refused;
  const standing = standingOf(own);
  const pseudonymId = standing?.pseudonym?.id ?? (await pseudonymOf(site, tx, claim));
  const missing = looks.filter((look) => !own.some((each) => each.scope === '' && each.look === look));
  if (missing.length > 0)
    await tx
      .insertInto('name_looks')
      .values(missing.map((look) => ({ scope: '', look, pseudonym_id: pseudonymId })))
      .execute();
  return done(pseudonymId);
}

/** Why the writer could not claim a name now, as `claimName` says it; null where they could. Nothing is claimed or let go. */
export async function whyNotClaimed(site: Site, db: Db, claim: Claim): Promise<Refusal | null> {
  const now = site.clock.now().toISOString();
  const looks = looksToHold(claim.name);
  const found = await holdingsOf(db, { looks, articleId: claim.articleId, now });
  const isOwn = ownedBy(claim);
  const others: Holding[] = [];
  for (const holding of found) if (!isOwn(holding) && !(await isLapsed(db, holding))) others.push(holding);
  return whyRefused(site, db, { claim, own: found.filter(isOwn), others });
}

async function whyRefused(
  site: Site,
  tx: Db,
  { claim, own, others }: { claim: Claim } & Holders,
): Promise<Refusal | null> {
  if (others.length > 0) return heldByAnother(site, tx, { claim, others });
  return standingOf(own)?.pseudonym?.live ? null : whyBarred(tx, claim.name);
}

function standingOf(own: readonly Holding[]): Holding | undefined {
  return own.find(({ pseudonym }) => pseudonym?.live) ?? own[0];
}

type Looking = { claim: Claim; looks: string[] };
type Holders = { own: Holding[]; others: Holding[] };

/** Whoever takes up a reservation of theirs that has lapsed first locks it: another may be letting it go. */
async function ownLocked(site: Site, tx: Db, looking: Looking): Promise<Holders> {
  const first = await holders(site, tx, looking);
  const lapsed = first.own.find(({ pseudonym }) => pseudonym?.live === false)?.pseudonym;
  if (!lapsed) return first;
  await lockPseudonym(tx, lapsed.id);
  return holders(site, tx, looking);
}

/** Locks a pseudonym's row to the end of the transaction, and reads it. */
export async function lockPseudonym(tx: Db, id: string) {
  return tx
    .updateTable('pseudonyms')
    .set((eb) => ({ name: eb.ref('name') }))
    .where('id', '=', id)
    .returning(['name', 'writer_id', 'bound_at', 'given_up_at'])
    .executeTakeFirst();
}

/** Who holds what the name could be taken for: the writer's own, and others whose it still is. What has lapsed is let go. */
async function holders(site: Site, tx: Db, { claim, looks }: Looking): Promise<Holders> {
  const now = site.clock.now().toISOString();
  const found = await holdingsOf(tx, { looks, articleId: claim.articleId, now });
  const isOwn = ownedBy(claim);
  const others: Holding[] = [];
  for (const holding of found) if (!isOwn(holding) && !(await letGo(tx, holding, now))) others.push(holding);
  return { own: found.filter(isOwn), others };
}

function ownedBy({ writerId }: Claim): (holding: Holding) => boolean {
  return ({ pseudonym }) => pseudonym !== null && pseudonym.writerId === writerId && !pseudonym.givenUp;
}

/** True for a look that is nobody's any more: its reservation is over, or its name was given up and stands nowhere. */
async function isLapsed(db: Db, { pseudonym }: Holding): Promise<boolean> {
  if (pseudonym === null) return false;
  return pseudonym.givenUp ? !(await isStanding(db, pseudonym.id)) : !pseudonym.live;
}

/** Lets a look go that is nobody's any more. Answers false while it is somebody's. */
async function letGo(tx: Db, holding: Holding, now: string): Promise<boolean> {
  const { scope, look, pseudonym } = holding;
  if (pseudonym === null || !(await isLapsed(tx, holding))) return false;
  if (!pseudonym.givenUp && !(await lockLapsed(tx, pseudonym.id, now))) return false;
  await tx
    .deleteFrom('name_looks')
    .where('scope', '=', scope)
    .where('look', '=', look)
    .where('pseudonym_id', '=', pseudonym.id)
    .execute();
  return true;
}

/** Locks a reservation that has lapsed; false where its writer took it up again at this moment. */
async function lockLapsed(tx: Db, id: string, now: string): Promise<boolean> {
  const locked = await tx
    .updateTable('pseudonyms')
    .set((eb) => ({ name: eb.ref('name') }))
    .where('id', '=', id)
    .where('bound_at', 'is', null)
    .where((eb) => eb.or([eb('reserved_until', 'is', null), eb('reserved_until', '<=', now)]))
    .returning('id')
    .executeTakeFirst();
  return locked !== undefined;
}

async function whyBarred(tx: Db, name: string): Promise<Refusal | null> {
  const { title } = await settingsIn(tx);
  const nobodys = whyNobodys(name, title);
  if (nobodys !== null) return refuse('name-barred', nobodys, 'name');
  if ((await ownNameLike(tx, name)) === null) return null;
  return refuse(
    'name-barred',
    `“${name}” is the name of somebody who writes for this publication, or would be taken for it: choose another name.`,
    'name',
  );
}

async function pseudonymOf(site: Site, tx: Db, { writerId, name }: Claim): Promise<string> {
  const known = await pseudonymNamed(tx, { writerId, name });
  if (known !== null) {
    if (known.givenUp)
      await tx
        .updateTable('pseudonyms')
        .set({ given_up_at: null, bound_at: null })
        .where('id', '=', known.id)
        .execute();
    return known.id;
  }
  return newPseudonym(site, tx, { writerId, name });
}

async function heldByAnother(
  site: Site,
  tx: Db,
  { claim, others }: { claim: Claim; others: Holding[] },
): Promise<Refusal> {
  const { name } = claim;
  const why = others.some(({ pseudonym }) => pseudonym === null)
    ? `Somebody of the archive wrote here as “${name}”, or under a name that it would be taken for.`
    : `Somebody else writes here as “${name}”, or under a name that it would be taken for.`;
  const free = (await freeNames(site, tx, claim)).map((each) => `“${each}”`);
  const offered = free.length === 0 ? '' : ` Free are ${free.join(', ')}.`;
  return refuse('name-held', `${why} Your words are kept here: choose another name.${offered}`, 'name');
}

const mostOffered = 3;

/** One look into the table for all that might be offered: who is refused holds up nobody. */
async function freeNames(site: Site, tx: Db, { name, articleId }: Claim): Promise<string[]> {
  const now = site.clock.now().toISOString();
  const others = otherNames(name).map((each) => ({ name: each, looks: looksToHold(each) }));
  const looks = others.flatMap((each) => each.looks);
  const held = new Set((await holdingsOf(tx, { looks, articleId, now })).map(({ look }) => look));
  const free: string[] = [];
  for (const other of others) {
    if (free.length === mostOffered) break;
    if (other.looks.some((look) => held.has(look))) continue;
    if ((await whyBarred(tx, other.name)) === null) free.push(other.name);
  }
  return free;
}
