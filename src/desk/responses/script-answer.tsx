import type { Outcome, Refusal } from '../../lib/refusal.ts';
import { reasonsOf } from '../../moderation/reason.ts';
import { readSettings } from '../../publication/queries.ts';
import { shownName } from '../../web/ui/name-wording.ts';
import { pathId, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { besideOne } from './beside.ts';
import { DecidedLine } from './decided-line.tsx';
import { HeldItem } from './held-item.tsx';
import { readResponse } from './queries.ts';
import { type DeskResponse, type RemovalRefusal, secondsLeft } from './response-view.ts';
import { sentenceOf } from './who-decided.ts';

/** Whether the page's own script asks: it wants what became of one item, not a page. */
export function asksByScript({ c }: Visit): boolean {
  return c.req.header('accept')?.split(',')[0]?.trim() === 'application/json';
}

/** What a script is told: a sentence, and the item as it stands now; with the status that a page would have had. */
export async function answerScript(
  visit: Visit,
  outcome: Outcome<unknown>,
  refusal: RemovalRefusal | null = null,
): Promise<Response> {
  const { site, desk, c } = visit;
  const response = await readResponse(site.store.read, pathId(visit));
  const html = response === null ? null : await itemOf(visit, response, refusal);
  if (outcome.ok) return c.json({ sentence: response === null ? '' : saidOf(desk, response), html });
  return c.json({ sentence: await sentenceOf(visit, outcome), html }, statusOf(outcome));
}

/** What was typed wrong is 422, what is not there 404; everything else was decided meanwhile. */
export function statusOf({ code }: Refusal): 404 | 409 | 422 {
  if (code === 'no-comment') return 404;
  return ['no-reason', 'no-note', 'long-note'].includes(code) ? 422 : 409;
}

async function itemOf(visit: Visit, response: DeskResponse, refusal: RemovalRefusal | null): Promise<string> {
  const { site, desk } = visit;
  if (response.state !== 'held') return String(<DecidedLine desk={desk} response={response} />);
  const reasons = reasonsOf(await readSettings(site));
  const beside = await besideOne(visit, response);
  return String(<HeldItem {...{ desk, response, beside, reasons, refusal }} />);
}

/** What became of a response by a decision that was taken. */
export function saidOf({ publication, now }: Visit['desk'], response: DeskResponse): string {
  const { keys: say, queue } = deskWordingFor(publication.locale);
  const { state, releaseAt, decision } = response;
  const name = shownName(response.name);
  if (state !== 'held') return say.removed(name, decision?.reason ?? null);
  return releaseAt === null
    ? say.heldAgain(name)
    : `${queue.releaseOf} ${name} ${queue.takesEffectIn(secondsLeft(releaseAt, now))}`;
}
