import type { Outcome, Refusal } from '../../lib/refusal.ts';
import { reasonsOf } from '../../moderation/reason.ts';
import type { ReportedItem } from '../../moderation/reports/queries.ts';
import { readSettings } from '../../publication/queries.ts';
import { shownName } from '../../web/ui/name-wording.ts';
import { pathId, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { isFromThread } from './back.ts';
import { besideOne } from './beside.ts';
import { DecidedLine } from './decided-line.tsx';
import { readOne } from './one-response.ts';
import { readResponse } from './queries.ts';
import { QueueItem } from './queue-item.tsx';
import type { QueueItem as Item, Reported } from './queue-view.ts';
import { reportedOf } from './read-items.ts';
import { type DeskResponse, type RemovalRefusal, secondsLeft } from './response-view.ts';
import { ThreadControls } from './thread-controls.tsx';
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
  const reported = response === null ? undefined : (await reportedOf(visit, [response])).get(response.id);
  const html = response === null ? null : await itemOf(visit, { response, reported, refusal });
  if (outcome.ok)
    return c.json({ sentence: response === null ? '' : saidOf(desk, response, reported?.reported), html });
  return c.json({ sentence: await sentenceOf(visit, outcome), html }, statusOf(outcome));
}

/** What was typed wrong is 422, what is not there 404; everything else was decided meanwhile. */
export function statusOf({ code }: Refusal): 404 | 409 | 422 {
  if (code === 'no-comment') return 404;
  return ['no-reason', 'no-note', 'long-note'].includes(code) ? 422 : 409;
}

type Standing = {
  response: DeskResponse;
  reported: Reported | undefined;
  refusal: RemovalRefusal | null;
};

async function itemOf(visit: Visit, { response, reported, refusal }: Standing): Promise<string> {
  const { site, desk } = visit;
  const one = isFromThread(visit) ? await readOne(visit, response.id) : null;
  if (one) return String(<ThreadControls {...{ desk, one, refusal }} />);
  if (response.state !== 'held' && reported === undefined)
    return String(<DecidedLine desk={desk} response={response} />);
  const reasons = reasonsOf(await readSettings(site));
  const beside = await besideOne(visit, response);
  const item: Item = reported ? { kind: 'report', ...reported } : { kind: 'held', response };
  return String(<QueueItem {...{ desk, item, beside, reasons, refusal }} />);
}

/** What became of a response by a decision that was taken. */
export function saidOf(
  { publication, now }: Visit['desk'],
  response: DeskResponse,
  reported: ReportedItem | null = null,
): string {
  const { keys: say, queue, done, reported: words } = deskWordingFor(publication.locale);
  const { state, releaseAt, decision, number } = response;
  const name = shownName(response.name);
  if (reported !== null)
    return reported.keepAt === null
      ? words.saysWaits(name)
      : `${words.keeping} ${name} ${queue.takesEffectIn(secondsLeft(reported.keepAt, now))}`;
  if (state === 'published' && number !== null) return `${done.response} ${name} ${done.restored(number)}`;
  if (state !== 'held') return say.removed(name, decision?.reason ?? null);
  return releaseAt === null
    ? say.heldAgain(name)
    : `${queue.releaseOf} ${name} ${queue.takesEffectIn(secondsLeft(releaseAt, now))}`;
}
