import { articleInput } from '../articles/article.ts';
import { askReview } from '../articles/review-article.ts';
import { insertDraft } from '../articles/save-article.ts';
import { scheduleArticle } from '../articles/schedule-article.ts';
import type { Outcome } from '../lib/refusal.ts';
import type { Actor } from '../record/entry.ts';
import type { Site } from '../site.ts';
import { drafts } from './content/drafts.ts';
import type { DemoDraft } from './content/types.ts';

const editor = { actor: { role: 'owner' } satisfies Actor, staffId: null };
const day = 24 * 3_600_000;

/** Puts on the desk what is still being written, as of now, but for what is there already. */
export async function loadDrafts(site: Site, known: ReadonlySet<string>): Promise<void> {
  for (const draft of drafts) if (!known.has(draft.title)) await loadDraft(site, draft);
}

async function loadDraft(site: Site, { stands, byline, tags, ...words }: DemoDraft): Promise<void> {
  const input = articleInput.parse({ ...words, byline: byline.join('\n'), tags: tags.join('\n') });
  const provenance = { origin: 'demo' as const, dated: null, losses: [] };
  const id = await site.store.write((tx) => insertDraft(site, tx, { input, provenance }));
  const done = await standing(site, id, stands);
  if (done && !done.ok) throw new Error(`The demo’s draft “${words.title}”: ${done.sentence}`);
}

async function standing(
  site: Site,
  id: string,
  stands: DemoDraft['stands'],
): Promise<Outcome<unknown> | null> {
  if (stands.is === 'in-review') return askReview(site, editor, { id, note: stands.note });
  if (stands.is === 'unfinished') return null;
  const inThreeDays = new Date(site.clock.now().getTime() + 3 * day).toISOString().slice(0, 10);
  return scheduleArticle(site, editor, { id, local: `${inThreeDays}T06:30`, seen: null });
}
