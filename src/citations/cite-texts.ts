import type { CleanHtml } from '../lib/clean-html.ts';
import { tryAgainAt } from '../lib/try-again.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { citeText } from './cite-text.ts';
import { citedLinks } from './cited-links.ts';
import { removeCopy } from './copies.ts';
import { publicHtmlOf, type TextRef } from './queries.ts';

const batchSize = 25;

/**
 * Finds the links of texts that are noted as due: each becomes a citation, one for all who cite the same page, and is
 * looked at soon. A text that readers no longer see cites nothing. One that cannot be looked through is put back, and
 * holds nothing up. Answers how many texts were taken.
 */
export async function citeTexts(site: Site): Promise<number> {
  const due: TextRef[] = await site.store.read
    .selectFrom('citation_texts_due')
    .select(['text_id', 'article_id', 'comment_id'])
    .where('due_at', '<=', site.clock.now().toISOString())
    .orderBy('due_at')
    .orderBy('text_id')
    .limit(batchSize)
    .execute();
  for (const text of due)
    try {
      await findIn(site, text);
    } catch (error) {
      site.log.error({ err: error, text: text.text_id }, 'links of a text could not be found yet');
      await site.store.write((tx) => putTextBack(tx, text.text_id, site.clock.now()));
    }
  return due.length;
}

async function findIn(site: Site, text: TextRef): Promise<void> {
  const html = await publicHtmlOf(site.store.read, text);
  const links = html === null ? [] : citedLinks(html as CleanHtml, new URL(site.config.url).origin);
  const files = await site.store.write((tx) => citeText(site, tx, { text, html, links }));
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
