import { newId } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import type { Action, Actor } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { removeCopy } from './copies.ts';
import { dropSnapshots } from './drop-unused.ts';
import { hastenHosts, setHost } from './due-hosts.ts';
import { touchCiting } from './touch-citing.ts';

/** Who decides, at the desk. */
export type Decider = { actor: Actor; staffId: string | null };
type Reasoned = { id: string; reason: string };

const longestReason = 500;
const noLink = refuse('no-link', 'Nothing that is published cites this page any more. Load the list again.');

/** Has a cited page looked at at once. Refusals: `no-link`, `forgotten`, `barred-host`. */
export async function lookAgain(site: Site, id: string): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const citation = await citationIn(tx, id);
    if (!citation) return noLink;
    if (citation.state === 'forgotten')
      return refuse('forgotten', 'What was kept of this page was forgotten, and it is not looked at again.');
    if (await isBarred(tx, citation.host))
      return refuse('barred-host', `${citation.host} is never asked. Allow it again first.`);
    await hastenHosts(tx, [citation.host], site.clock.now().toISOString());
    await setDue(site, tx, { id });
    return done({ id });
  });
}

/**
 * Forgets what was kept of a cited page, and never looks at it again: its snapshots with their copies, and the excerpts.
 * Who did so and why stays with it, in private. Refusals: `no-link`, `no-reason`, `long-reason`.
 */
export async function forgetPage(
  site: Site,
  by: Decider,
  { id, reason }: Reasoned,
): Promise<Outcome<{ id: string }>> {
  const outcome = await site.store.write(async (tx) => {
    const citation = await citationIn(tx, id);
    const refused = citation ? whyNoReason(reason) : noLink;
    if (refused) return refused;
    const at = site.clock.now().toISOString();
    const files = await dropSnapshots(tx, [id]);
    await tx.deleteFrom('citation_checks').where('citation_id', '=', id).execute();
    await tx
      .updateTable('citation_uses')
      .set({ excerpt: null, gone_since: null })
      .where('citation_id', '=', id)
      .execute();
    await tx
      .updateTable('citations')
      .set({
        state: 'forgotten',
        state_since: at,
        changed: null,
        due_at: null,
        memento_due: null,
        sentence: reason.trim(),
      })
      .where('id', '=', id)
      .execute();
    await enter(site, tx, { by, id, action: 'link.forget', reason });
    await touchCiting(tx, id);
    return done({ id, files });
  });
  if (!outcome.ok) return outcome;
  for (const file of outcome.value.files) await removeCopy(site, file);
  return done({ id });
}

/** Never asks the host of a cited page for anything again. Refusals: `no-link`, `no-reason`, `long-reason`. */
export async function barHost(
  site: Site,
  by: Decider,
  { id, reason }: Reasoned,
): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const citation = await citationIn(tx, id);
    const refused = citation ? whyNoReason(reason) : noLink;
    if (refused || !citation) return refused ?? noLink;
    const at = site.clock.now().toISOString();
    const barred = { barred_at: at, barred_by: by.staffId, reason: reason.trim() };
    await tx
      .insertInto('link_hosts')
      .values({ host: citation.host, next_at: at, ...barred })
      .onConflict((conflict) => conflict.column('host').doUpdateSet(barred))
      .execute();
    await enter(site, tx, { by, id, action: 'link.bar-host', reason });
    return done({ id });
  });
}

/** Asks that host again. Refusal: `no-link`. */
export async function allowHost(site: Site, by: Decider, id: string): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const citation = await citationIn(tx, id);
    if (!citation) return noLink;
    const cleared = { barred_at: null, barred_by: null, reason: null };
    await tx.updateTable('link_hosts').set(cleared).where('host', '=', citation.host).execute();
    await setHost(tx, citation.host, site.clock.now().toISOString());
    await enter(site, tx, { by, id, action: 'link.allow-host', reason: '' });
    return done({ id });
  });
}

function whyNoReason(reason: string) {
  if (reason.trim() === '')
    return refuse('no-reason', 'Say why, in a few words: whoever looks at it later needs to know.', 'reason');
  const most = longestReason.toLocaleString('en-GB');
  return reason.length > longestReason
    ? refuse('long-reason', `The reason is longer than ${most} characters: shorten it.`, 'reason')
    : null;
}

function citationIn(tx: Db, id: string) {
  return tx.selectFrom('citations').select(['host', 'state']).where('id', '=', id).executeTakeFirst();
}

async function isBarred(tx: Db, host: string): Promise<boolean> {
  const row = await tx
    .selectFrom('link_hosts')
    .select('barred_at')
    .where('host', '=', host)
    .executeTakeFirst();
  return row !== undefined && row.barred_at !== null;
}

async function setDue(site: Site, tx: Db, { id }: { id: string }): Promise<void> {
  await tx
    .updateTable('citations')
    .set({ due_at: site.clock.now().toISOString() })
    .where('id', '=', id)
    .execute();
}

type Entered = { by: Decider; id: string; action: Action; reason: string };

/** The reason's sentence is kept beside the link and not in the record. */
async function enter(site: Site, tx: Db, { by, id, action, reason }: Entered): Promise<void> {
  await appendEntry(site, tx, { action, by: by.actor, subject: { type: 'link', id }, visibility: 'private' });
  if (reason === '') return;
  await tx
    .insertInto('citation_checks')
    .values({
      ...{ id: newId(site.clock, site.random), citation_id: id, at: site.clock.now().toISOString() },
      ...{ outcome: action, status: null, sentence: reason.trim() },
    })
    .execute();
}
