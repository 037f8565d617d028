import { newId } from '../lib/ids.ts';
import type { Outcome } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { type MadeOnce, makeOnce, type SentRequest } from '../store/sent-requests.ts';
import type { ArticleInput } from './article.ts';
import type { Editor } from './keep-revision.ts';
import { publishDraft, writeDraft } from './save-article.ts';
import { scheduleDraft } from './schedule-article.ts';

/** Writes a new draft, once for each request. Refusal: `key-reused`. */
export function writeOnce(
  site: Site,
  editor: Editor,
  { input, request }: { input: ArticleInput; request: SentRequest | null },
): Promise<Outcome<MadeOnce>> {
  const id = newId(site.clock, site.random);
  return site.store.write((tx) =>
    makeOnce(tx, { request, noun: 'article', id }, () => writeDraft(site, tx, { id, input, editor })),
  );
}

/**
 * Publishes a draft now or, with a local time of the publication, by itself then; once for each request. Refusals:
 * `key-reused`, and those of `publishDraft` and `scheduleArticle`.
 */
export function publishOnce(
  site: Site,
  editor: Editor,
  { id, local, request }: { id: string; local: string | null; request: SentRequest | null },
): Promise<Outcome<MadeOnce>> {
  return site.store.write((tx) =>
    makeOnce(tx, { request, noun: 'publication', id }, () =>
      local === null
        ? publishDraft(site, tx, { id, editor, at: site.clock.now() })
        : scheduleDraft(site, tx, { id, editor, local }),
    ),
  );
}
