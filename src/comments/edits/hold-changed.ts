import { openMark } from '../../articles/unread.ts';
import { type CleanHtml, linksOf } from '../../lib/clean-html.ts';
import { type Refusal, refuse } from '../../lib/refusal.ts';
import { isTrusted } from '../../pseudonyms/queries.ts';
import type { Settings } from '../../publication/settings.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import type { Facts, Finding } from '../filters/filter.ts';
import { codesOf, whyHeld, whyHeldNow } from '../filters/filters.ts';
import { keepFindings } from '../filters/findings.ts';
import { learnedFor } from '../filters/learned/queries.ts';
import type { HoldReason } from '../policy.ts';
import { queuePlace } from '../queue-place.ts';
import { policyOf } from '../takes-responses.ts';

type Changed = {
  row: {
    id: string;
    article_id: string;
    state: string;
    name: string;
    url: string | null;
    html: string;
    posted_at: string;
    pseudonym_id: string | null;
    comment_policy: string | null;
    held_for: string | null;
  };
  /** What it now says. */
  html: CleanHtml;
  settings: Settings;
};

/** Words that would have waited for a moderator do not pass by being put in the place of others. */
export async function changeRefusal(
  site: Site,
  tx: Db,
  { row, html, settings }: Changed,
): Promise<Refusal | null> {
  if (row.state === 'held') return null;
  const before = await factsOf(site, tx, { row, html: row.html as CleanHtml, settings });
  const now = { ...before, html, links: newLinks(row.html as CleanHtml, html) };
  const [finding] = whyHeldNow(now, before, settings);
  return finding ? refuse('would-be-held', heldSentence(finding, settings), 'text') : null;
}

/** What waits stays where it waits, and what its new words are held for is added. */
export async function holdChanged(site: Site, tx: Db, { row, html, settings }: Changed): Promise<void> {
  const findings = whyHeld(await factsOf(site, tx, { row, html, settings }), settings);
  await keepFindings(tx, row.id, findings);
  const before = row.held_for === null ? [] : (JSON.parse(row.held_for) as HoldReason[]);
  const codes = [...new Set([...before, ...codesOf(findings)])];
  if (codes.length === before.length) return;
  const atRisk = Boolean(await openMark(tx, row.article_id));
  await tx
    .updateTable('comments')
    .set({ held_for: JSON.stringify(codes), queue_at: queuePlace(row.posted_at, codes, { atRisk }) })
    .where('id', '=', row.id)
    .execute();
}

async function factsOf(site: Site, tx: Db, { row, html, settings }: Changed): Promise<Facts> {
  return {
    policy: policyOf(row, settings),
    trusted: row.pseudonym_id !== null && (await isTrusted(tx, row.pseudonym_id)),
    honeypot: false,
    ...{ name: row.name, url: row.url, html, links: linksOf(html).length },
    paces: {},
    flood: null,
    learned: await learnedFor(site, tx, settings),
  };
}

/** How many links there are, where one of them is new. */
function newLinks(before: CleanHtml, now: CleanHtml): number {
  const known = new Set(linksOf(before).map(({ url }) => url));
  const links = linksOf(now);
  return links.every(({ url }) => known.has(url)) ? 0 : links.length;
}

/** A list’s word is not told: who may learn by trying what is on it needs no other way round it. */
function heldSentence({ reason }: Finding, settings: Settings): string {
  if (reason === 'links')
    return `With more than ${settings['comments.links']} links a response waits for a moderator: take some of the new links out, or send them in another response.`;
  if (reason === 'words' || reason === 'learned')
    return 'With these words a response waits for a moderator, so they are not put in the place of others: send them in another response.';
  return 'A moderator reads responses here before they are shown, so one that is published is not changed: withdraw it, or send another.';
}
