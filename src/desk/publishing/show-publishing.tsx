import type { Outcome, Refusal } from '../../lib/refusal.ts';
import { missing } from '../admit.tsx';
import { type ArticleVisit, seeOther, show } from '../visit.ts';
import { PublishingPage } from './publishing-page.tsx';
import { readPublishing } from './queries.ts';

/** The page, with what was done just now or why something was not done and what was typed. */
export async function showPublishing(
  visit: ArticleVisit,
  refused?: Refusal,
  newPreview: string | null = null,
): Promise<Response> {
  const { site, publication, id, stage, form } = visit;
  const facts = await readPublishing(site.store.read, {
    id,
    timeZone: publication.timeZone,
    staffId: visit.staff.id,
    now: site.clock.now().toISOString(),
  });
  if (facts === null) return missing(visit);
  const fault = refused ? { sentence: refused.sentence, field: refused.field ?? null } : null;
  const done = refused ? null : (visit.c.req.query('done') ?? null);
  const view = { ...facts, stage, fault, newPreview, typed: form.fields, done };
  return show(visit, <PublishingPage desk={visit.desk} view={view} />, refused ? statusOf(refused) : 200);
}

/** After a press: the page again, with what was done or why not. */
export function answerPress(
  visit: ArticleVisit,
  outcome: Outcome<unknown>,
  done: string,
): Response | Promise<Response> {
  if (!outcome.ok) return showPublishing(visit, outcome);
  return seeOther(visit, `/desk/articles/${visit.id}/publishing/?done=${done}`);
}

const conflicts = [
  ...['stale', 'already-published', 'not-scheduled', 'already-decided', 'already-asked', 'scheduled'],
  ...['own-review', 'not-published', 'not-withdrawn', 'own-article', 'needs-reader'],
];

function statusOf({ code }: Refusal): 409 | 422 {
  return conflicts.includes(code) ? 409 : 422;
}
