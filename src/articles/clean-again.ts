import { cleanerVersion } from '../lib/clean-html.ts';
import type { Site } from '../site.ts';
import { articleHtml } from './article-html.ts';
import { indexArticle } from './keep-revision.ts';

const atOnce = 20;

/**
 * Renders every article anew that an older cleaner made, from its source, which stays as it is. One that is saved
 * meanwhile is left alone: it has been rendered by the saving. Answers how many were; `signal` ends it
 * between two batches.
 */
export async function cleanArticlesAgain(site: Site, signal?: AbortSignal): Promise<number> {
  for (let cleaned = 0; ; ) {
    const rows = await site.store.read
      .selectFrom('articles')
      .select(['id', 'source', 'source_format', 'state'])
      .where('html_version', '<', cleanerVersion)
      .orderBy('id')
      .limit(atOnce)
      .execute();
    if (rows.length === 0 || signal?.aborted) return cleaned;
    const made = rows.map((row) => ({ ...row, html: articleHtml(row.source, row.source_format) }));
    await site.store.write(async (tx) => {
      for (const { id, source, state, html } of made) {
        const { numUpdatedRows } = await tx
          .updateTable('articles')
          .set({ html, html_version: cleanerVersion })
          .where('id', '=', id)
          .where('source', '=', source)
          .where('html_version', '<', cleanerVersion)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows > 0n && state === 'published') await indexArticle(site, tx, id);
      }
    });
    cleaned += rows.length;
  }
}
