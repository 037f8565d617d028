import { nativeOrigins } from '../articles/article.ts';
import { cleanerVersion, cleanHtml } from '../lib/clean-html.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import type { Site } from '../site.ts';

const atOnce = 200;

/**
 * Cleans every response again that an older cleaner made: from its source where it was written here; of an archive's,
 * whose links stand in its HTML alone, the HTML itself. Answers how many were; `signal` ends it
 * between two batches.
 */
export async function cleanResponsesAgain(site: Site, signal?: AbortSignal): Promise<number> {
  for (let cleaned = 0; ; ) {
    const rows = await site.store.read
      .selectFrom('comments')
      .select(['id', 'source', 'html', 'origin'])
      .where('html_version', '<', cleanerVersion)
      .orderBy('id')
      .limit(atOnce)
      .execute();
    if (rows.length === 0 || signal?.aborted) return cleaned;
    const made = rows.map((row) => ({ ...row, again: madeAgain(row) }));
    await site.store.write(async (tx) => {
      for (const { id, source, html, again } of made)
        await tx
          .updateTable('comments')
          .set({ html: again, html_version: cleanerVersion })
          .where('id', '=', id)
          .where('source', '=', source)
          .where('html', '=', html)
          .execute();
    });
    cleaned += rows.length;
  }
}

function madeAgain({ source, html, origin }: { source: string; html: string; origin: string }): string {
  return nativeOrigins.includes(origin) ? markdownToHtml(source, 'comment') : cleanHtml(html, 'comment');
}
