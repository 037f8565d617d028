import { touchPage } from '../articles/touch-page.ts';
import { newId, sha256 } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import type { CitedLink } from './cited-links.ts';
import { dropUnused } from './drop-unused.ts';
import { hastenHosts } from './due-hosts.ts';
import { lockCitations } from './lock-citations.ts';
import { publicHtmlOf, type TextRef } from './queries.ts';

/** A page that was just looked at is not asked again for each who cites it. */
const restMilliseconds = 600_000;
/** Often enough for whoever loses a page to another process that has just dropped it. */
const mostTries = 5;

type Citing = { text: TextRef; html: string | null; links: CitedLink[] };

/**
 * Notes what a text cites. Where it was changed while its links were looked for, it stays due. Answers the names of
 * copies of pages that nobody cites now.
 */
export async function citeText(site: Site, tx: Db, { text, html, links }: Citing): Promise<string[]> {
  if ((await publicHtmlOf(tx, text)) !== html) return [];
  await tx.deleteFrom('citation_texts_due').where('text_id', '=', text.text_id).execute();
  const before = await tx
    .deleteFrom('citation_uses')
    .where('text_id', '=', text.text_id)
    .returningAll()
    .execute();
  const known = new Map(before.map((use) => [keyOf(use), use]));
  await hastenHosts(
    tx,
    links.map(({ host }) => host),
    site.clock.now().toISOString(),
  );
  const ids = await citationsOf(site, tx, links);
  const uses = links.map((link, position) => {
    const use = { citation_id: ids.get(link.url) ?? '', passages: JSON.stringify(link.passages) };
    const { excerpt = null, gone_since = null } = known.get(keyOf(use)) ?? {};
    return { ...text, position, ...use, excerpt, gone_since };
  });
  if (uses.length > 0) await tx.insertInto('citation_uses').values(uses).execute();
  const fresh = uses.filter((use) => !known.has(keyOf(use))).map((use) => use.citation_id);
  await hasten(site, tx, [...new Set(fresh)]);
  if (before.length > 0 || links.length > 0) await touchPage(tx, text.article_id);
  return dropUnused(tx, [...new Set(before.map((use) => use.citation_id))]);
}

function keyOf({ citation_id, passages }: { citation_id: string; passages: string }): string {
  return `${citation_id} ${passages}`;
}

/** The citation of each address, made where there is none, and locked: none of them goes before this is written. */
async function citationsOf(site: Site, tx: Db, links: CitedLink[]): Promise<Map<string, string>> {
  const wanted = new Map(links.map((link) => [sha256(link.url), link]));
  const ids = new Map<string, string>();
  for (let left = wanted.size, tries = 0; left > 0; left = wanted.size, tries += 1) {
    if (tries === mostTries) throw new Error('Citations went as often as they were made.');
    await insert(site, tx, wanted);
    for (const { id, url, url_hash } of await lockCitations(tx, {
      by: 'url_hash',
      are: [...wanted.keys()],
    })) {
      ids.set(url, id);
      wanted.delete(url_hash);
    }
  }
  return ids;
}

async function insert(site: Site, tx: Db, wanted: ReadonlyMap<string, CitedLink>): Promise<void> {
  const at = site.clock.now().toISOString();
  const rows = [...wanted].map(([url_hash, { url, host }]) => ({
    ...{ id: newId(site.clock, site.random), url, url_hash, host, cited_at: at, due_at: at },
    ...{ state: 'new' as const, state_since: at, fine_streak: 0, fail_streak: 0 },
  }));
  await tx
    .insertInto('citations')
    .values(rows.sort((one, other) => (one.url_hash < other.url_hash ? -1 : 1)))
    .onConflict((conflict) => conflict.column('url_hash').doNothing())
    .execute();
}

/** Whoever cites a page cites it as it is now: it is looked at soon, unless that was just done. */
async function hasten(site: Site, tx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const now = site.clock.now().getTime();
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();
  const late = await tx
    .selectFrom('citations')
    .select(['id', 'checked_at'])
    .where('id', 'in', ids)
    .where('state', '!=', 'forgotten')
    .where((eb) => eb.or([eb('due_at', 'is', null), eb('due_at', '>', at(now))]))
    .execute();
  const isRested = (checkedAt: string | null) =>
    checkedAt === null || Date.parse(checkedAt) + restMilliseconds <= now;
  const rested = late.filter((each) => isRested(each.checked_at));
  const justSeen = late.filter((each) => !isRested(each.checked_at));
  await bringForward(tx, { ids: rested.map(({ id }) => id), to: at(now) });
  await bringForward(tx, { ids: justSeen.map(({ id }) => id), to: at(now + restMilliseconds) });
}

async function bringForward(tx: Db, { ids, to }: { ids: string[]; to: string }): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('citations')
    .set({ due_at: to })
    .where('id', 'in', ids)
    .where((eb) => eb.or([eb('due_at', 'is', null), eb('due_at', '>', to)]))
    .execute();
}
