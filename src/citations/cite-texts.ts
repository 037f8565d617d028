import { touchPage } from '../articles/touch-page.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import { newId, sha256 } from '../lib/ids.ts';
import { tryAgainAt } from '../lib/try-again.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { type CitedLink, citedLinks } from './cited-links.ts';
import { removeCopy } from './copies.ts';
import { dropUnused } from './drop-unused.ts';
import { publicHtmlOf } from './queries.ts';

const batchSize = 25;
/** A page that was just looked at is not asked again for each who cites it. */
const restMilliseconds = 600_000;

type Due = { text_id: string; article_id: string; comment_id: string | null };

/**
 * Finds the links of texts that are noted as due: each becomes a citation, one for all who cite the same page, and is
 * looked at soon. A text that readers no longer see cites nothing. One that cannot be looked through is put back, and
 * holds nothing up. Answers how many texts were taken.
 */
export async function citeTexts(site: Site): Promise<number> {
  const due: Due[] = await site.store.read
    .selectFrom('citation_texts_due')
    .select(['text_id', 'article_id', 'comment_id'])
    .where('due_at', '<=', site.clock.now().toISOString())
    .orderBy('due_at')
    .orderBy('text_id')
    .limit(batchSize)
    .execute();
  for (const text of due)
    try {
      await citeText(site, text);
    } catch (error) {
      site.log.error({ err: error, text: text.text_id }, 'links of a text could not be found yet');
      await site.store.write((tx) => putTextBack(tx, text.text_id, site.clock.now()));
    }
  return due.length;
}

async function citeText(site: Site, text: Due): Promise<void> {
  const html = await publicHtmlOf(site.store.read, text);
  const links = html === null ? [] : citedLinks(html as CleanHtml, new URL(site.config.url).origin);
  const files = await site.store.write((tx) => cite(site, tx, { text, html, links }));
  for (const file of files) await removeCopy(site, file);
}

async function putTextBack(tx: Db, textId: string, now: Date): Promise<void> {
  const known = await tx
    .selectFrom('citation_texts_due')
    .select('failures')
    .where('text_id', '=', textId)
    .executeTakeFirst();
  const failures = (known?.failures ?? 0) + 1;
  await tx
    .updateTable('citation_texts_due')
    .set({ failures, due_at: tryAgainAt(now, failures) })
    .where('text_id', '=', textId)
    .execute();
}

type Citing = { text: Due; html: string | null; links: CitedLink[] };

/**
 * Where the text was changed while its links were looked for, it stays due. Answers the names of copies of pages that
 * nobody cites now.
 */
async function cite(site: Site, tx: Db, { text, html, links }: Citing): Promise<string[]> {
  if ((await publicHtmlOf(tx, text)) !== html) return [];
  await tx.deleteFrom('citation_texts_due').where('text_id', '=', text.text_id).execute();
  const before = await tx
    .selectFrom('citation_uses')
    .selectAll()
    .where('text_id', '=', text.text_id)
    .execute();
  await tx.deleteFrom('citation_uses').where('text_id', '=', text.text_id).execute();
  for (const [position, link] of links.entries()) {
    const citation_id = await citationOf(site, tx, link);
    const passages = JSON.stringify(link.passages);
    const known = before.find((use) => use.citation_id === citation_id && use.passages === passages);
    const { excerpt = null, gone_since = null } = known ?? {};
    await tx
      .insertInto('citation_uses')
      .values({ ...text, position, citation_id, passages, excerpt, gone_since })
      .execute();
    if (!known) await hasten(site, tx, citation_id);
  }
  if (before.length > 0 || links.length > 0) await touchPage(tx, text.article_id);
  return dropUnused(tx, [...new Set(before.map((use) => use.citation_id))]);
}

async function citationOf(site: Site, tx: Db, { url, host }: CitedLink): Promise<string> {
  const at = site.clock.now().toISOString();
  const url_hash = sha256(url);
  await tx
    .insertInto('citations')
    .values({
      ...{ id: newId(site.clock, site.random), url, url_hash, host, cited_at: at, due_at: at },
      ...{ state: 'new', state_since: at, fine_streak: 0, fail_streak: 0 },
    })
    .onConflict((conflict) => conflict.column('url_hash').doNothing())
    .execute();
  const { id } = await tx
    .selectFrom('citations')
    .select('id')
    .where('url_hash', '=', url_hash)
    .executeTakeFirstOrThrow();
  return id;
}

/** Whoever cites a page cites it as it is now: it is looked at soon, unless that was just done. */
async function hasten(site: Site, tx: Db, id: string): Promise<void> {
  const { checked_at, due_at, state } = await tx
    .selectFrom('citations')
    .select(['checked_at', 'due_at', 'state'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (state === 'forgotten') return;
  const now = site.clock.now().getTime();
  const rested = checked_at === null ? now : Math.max(now, Date.parse(checked_at) + restMilliseconds);
  const soon = new Date(rested).toISOString();
  if (due_at === null || due_at > soon)
    await tx.updateTable('citations').set({ due_at: soon }).where('id', '=', id).execute();
}
