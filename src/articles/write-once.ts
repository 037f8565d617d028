import { newId } from '../lib/ids.ts';
import type { Outcome } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { type MadeOnce, makeOnce, type SentRequest, sentBefore } from '../store/sent-requests.ts';
import type { ArticleInput } from './article.ts';
import type { Editor } from './keep-revision.ts';
import { lockArticle } from './lock-article.ts';
import { publishDraft, writeDraft } from './save-article.ts';
import { scheduleDraft } from './schedule-article.ts';
import { type Seen, whyStale } from './seen.ts';

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

/** A publication: now, or with a local time of the publication by itself then. */
type Wanted = {
  id: string;
  local: string | null;
  /** The version that is meant; left out where nobody looked. */
  seen: Seen | undefined;
  /** The UTC time that was set before, null for none; left out where nobody looked. */
  was: string | null | undefined;
  request: SentRequest | null;
};

/**
 * Publishes a draft, or sets the time for it, once for each request. Refusals: `key-reused`, `stale` (another version
 * than the one that was seen), `time-changed`, and those of `publishDraft` and `scheduleArticle`.
 */
export function publishOnce(site: Site, editor: Editor, wanted: Wanted): Promise<Outcome<MadeOnce>> {
  const { id, request } = wanted;
  return site.store.write((tx) =>
    makeOnce(tx, { request, noun, id }, () => publishSeen(site, tx, { ...wanted, editor })),
  );
}

const noun = 'publication';

/** What a request to publish did before; null for one that is new. Refusal: `key-reused`. */
export function publishedBefore(site: Site, request: SentRequest): Promise<Outcome<{ id: string }> | null> {
  return sentBefore(site.store.read, request, noun);
}

async function publishSeen(
  site: Site,
  tx: Db,
  { id, local, seen, was, editor }: Wanted & { editor: Editor },
): Promise<Outcome<unknown>> {
  const now = seen && (await lockArticle(tx, id));
  const stale = seen && now ? await whyStale(tx, now, seen) : null;
  if (stale) return stale;
  if (local === null) return publishDraft(site, tx, { id, editor, at: site.clock.now() });
  const time = { id, local, editor, ...(was === undefined ? {} : { seen: was }) };
  const scheduled = await scheduleDraft(site, tx, time);
  return !scheduled.ok && scheduled.code === 'stale' ? { ...scheduled, code: 'time-changed' } : scheduled;
}
