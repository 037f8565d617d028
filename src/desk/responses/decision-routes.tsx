import { type Outcome, refuse } from '../../lib/refusal.ts';
import { removeComment, restoreComment } from '../../moderation/decide.ts';
import { pressRelease, undoRelease } from '../../moderation/press-release.ts';
import { pressKeep, undoKeep } from '../../moderation/reports/press-keep.ts';
import { reportedItems } from '../../moderation/reports/queries.ts';
import { readSettings } from '../../publication/queries.ts';
import type { DeskRoute } from '../desk-route.ts';
import { MessagePage } from '../frame/message-page.tsx';
import { actingAs, field, idPattern, pathId, seeOther, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { backToThread, isFromThread, placeAfter, toldAt } from './back.ts';
import { readOne } from './one-response.ts';
import { OneResponsePage } from './one-response-page.tsx';
import { type Removal, readRemoval, reasonIn } from './removal.ts';
import type { RemovalFault } from './response-view.ts';
import { answerScript, asksByScript, statusOf } from './script-answer.tsx';
import { sentenceOf } from './who-decided.ts';

const held = `/desk/queue/:id{${idPattern}}`;
const decided = `/desk/responses/:id{${idPattern}}`;
const verb = 'comment.decide';
const method = 'POST';

/** Every decision on a response. */
export const decisionRoutes: DeskRoute[] = [
  { method, path: `${held}/release/`, verb, answer: release },
  { method, path: `${held}/keep/`, verb, answer: keep },
  { method, path: `${held}/undo/`, verb, answer: undo },
  { method, path: `${held}/remove/`, verb, answer: (visit) => remove(visit, '/desk/queue/') },
  { method, path: `${decided}/remove/`, verb, answer: (visit) => remove(visit, '/desk/responses/') },
  { method, path: `${decided}/restore/`, verb, answer: restore },
];

async function release(visit: Visit): Promise<Response> {
  const sent = field(visit.form, 'seen');
  const seen = /^\d{1,6}$/.test(sent) ? Number(sent) : null;
  const pressed = await pressRelease(visit.site, { id: pathId(visit), moderator: actingAs(visit), seen });
  return tell(visit, pressed, toQueue);
}

async function keep(visit: Visit): Promise<Response> {
  const kept = await pressKeep(visit.site, { id: pathId(visit), moderator: actingAs(visit) });
  return tell(visit, kept, toQueue);
}

/** Of a response that waits a release was pressed, of one that is reported a decision to keep. */
async function undo(visit: Visit): Promise<Response> {
  const { site } = visit;
  const id = pathId(visit);
  const isReported = (await reportedItems(site.store.read, [id])).has(id);
  return tell(visit, await (isReported ? undoKeep(site, id) : undoRelease(site, id)), toQueue);
}

async function restore(visit: Visit): Promise<Response> {
  const restored = await restoreComment(visit.site, { id: pathId(visit), moderator: actingAs(visit) });
  return tell(visit, restored, { list: '/desk/responses/', atOnce: true });
}

async function remove(visit: Visit, list: string): Promise<Response> {
  const { site, form, desk } = visit;
  const settings = await readSettings(site);
  const removal = readRemoval(form);
  const say = deskWordingFor(desk.publication.locale).removal;
  const read = reasonIn(removal, { settings, form, say });
  if ('faults' in read) return askAgain(visit, removal, read.faults);
  const moderator = actingAs(visit);
  const removed = await removeComment(site, { id: pathId(visit), moderator, reason: read.reason });
  return tell(visit, removed, { list, atOnce: true });
}

type Led = { list: string; atOnce: boolean };
const toQueue: Led = { list: '/desk/queue/', atOnce: false };

/** Back to where it was decided, with a line that says what was done; or why it was not. */
async function tell(visit: Visit, outcome: Outcome<unknown>, { list, atOnce }: Led): Promise<Response> {
  if (asksByScript(visit)) return answerScript(visit, outcome);
  const id = pathId(visit);
  if (outcome.ok && isFromThread(visit))
    return seeOther(visit, atOnce ? await placeAfter(visit, id) : toldAt(visit, 'decided'));
  if (outcome.ok) return seeOther(visit, `${list}?decided=${id}`);
  const { desk, form } = visit;
  const status = statusOf(outcome);
  const sentence = await sentenceOf(visit, outcome);
  const { heading } = deskWordingFor(desk.publication.locale).away[status];
  return show(visit, <MessagePage {...{ desk, heading, sentence, form }} />, status);
}

async function askAgain(visit: Visit, removal: Removal, why: RemovalFault[]): Promise<Response> {
  const { desk, form } = visit;
  const id = pathId(visit);
  const refusal = { id, reason: removal.code, sentence: removal.sentence, why };
  if (asksByScript(visit)) {
    const all = why.map(({ sentence }) => sentence).join(' ');
    return answerScript(visit, refuse('no-reason', all), refusal);
  }
  const one = await readOne(visit, id);
  if (one === null) {
    const { heading, sentence } = deskWordingFor(desk.publication.locale).away[404];
    return show(visit, <MessagePage {...{ desk, heading, sentence, form }} />, 404);
  }
  const back = isFromThread(visit) ? backToThread : '';
  return show(visit, <OneResponsePage {...{ desk, one, refusal, back }} />, 422);
}
