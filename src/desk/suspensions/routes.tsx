import { readReason, reasonsOf } from '../../moderation/reason.ts';
import { endSuspension } from '../../moderation/suspensions/end-suspension.ts';
import { countSuspensions, listSuspensions } from '../../moderation/suspensions/queries.ts';
import { suspendWriter } from '../../moderation/suspensions/suspend-writer.ts';
import { endOf, maySuspend, periods, suspensionKinds } from '../../moderation/suspensions/suspension.ts';
import { readSettings } from '../../publication/queries.ts';
import { may } from '../../staff/permissions.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { faultOfRefusal } from '../frame/form-faults.ts';
import type { FormFault, FormState } from '../frame/form-field.tsx';
import { readList } from '../frame/list-view.ts';
import { readResponse } from '../responses/queries.ts';
import { actingAs, field, idPattern, pathId, seeOther, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { SuspendPage } from './suspend-page.tsx';
import { SuspensionListPage } from './suspension-list-page.tsx';
import { type SuspendView, type SuspensionListView, suspensionsPath } from './suspension-view.ts';

const suspend = `/desk/responses/:id{${idPattern}}/suspend/`;
const verb = 'writer.suspend';

/** Suspensions at the desk: who is suspended, the form that suspends, and the end of one. */
export const suspensionRoutes: DeskRoute[] = [
  { method: 'GET', path: suspensionsPath, verb, answer: (visit) => showAll(visit) },
  { method: 'POST', path: `${suspensionsPath}:id{${idPattern}}/end/`, verb, answer: end },
  { method: 'GET', path: suspend, verb, answer: (visit) => showForm(visit) },
  { method: 'POST', path: suspend, verb, answer: take },
];

async function showAll(
  visit: Visit,
  refusal: string | null = null,
  status: 200 | 403 | 409 = 200,
): Promise<Response> {
  const { site, c, desk, staff } = visit;
  const db = site.store.read;
  const now = site.clock.now();
  const which = (state: string) => ({ running: state === 'running', now: now.toISOString() });
  const list = await readList(visit, {
    ...{ base: suspensionsPath, states: ['running', 'over'] as const },
    count: (state) => countSuspensions(db, which(state)),
    list: async (state, page) =>
      (await listSuspensions(db, { ...which(state), ...page })).map((each) => ({
        ...{ ...each, mayEnd: state === 'running' && maySuspend(staff.role, each.until, now) },
      })),
  });
  const asked = c.req.query('done');
  const done = asked === 'suspended' || asked === 'ended' ? asked : null;
  const view: SuspensionListView = { ...list, done, refusal };
  return show(visit, <SuspensionListPage desk={desk} view={view} />, status);
}

async function end(visit: Visit): Promise<Response> {
  const ended = await endSuspension(visit.site, { id: pathId(visit), by: actingAs(visit) });
  if (ended.ok) return seeOther(visit, `${suspensionsPath}?done=ended`);
  if (ended.code === 'no-suspension') return missing(visit);
  return showAll(visit, ended.sentence, ended.code === 'too-long-for-you' ? 403 : 409);
}

async function showForm(
  visit: Visit,
  form: FormState = { prefix: 's', values: {}, faults: [] },
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { site, desk, staff } = visit;
  const response = await readResponse(site.store.read, pathId(visit));
  if (response === null) return missing(visit);
  const long = may(staff.role, 'writer.suspend-long');
  const view: SuspendView = {
    ...{ response, form, kinds: suspensionKinds },
    periods: periods.filter((each) => long || each !== 'until-ended'),
    reasons: reasonsOf(await readSettings(site)),
  };
  return show(visit, <SuspendPage desk={desk} view={view} />, status);
}

const longestSentence = 1000;

async function take(visit: Visit): Promise<Response> {
  const { site, form, desk } = visit;
  const { suspensions: say } = deskWordingFor(desk.publication.locale);
  const value = (name: string) => field(form, name).trim();
  const values = {
    ...{ kind: value('kind'), reason: value('reason'), sentence: value('sentence') },
    ...{ period: value('period'), date: value('date') },
  };
  const kind = suspensionKinds.find((each) => each === values.kind);
  const period = periods.find((each) => each === values.period);
  const { reason: code, sentence } = values;
  const reason = readReason(await readSettings(site), { code, sentence });
  const until = period === undefined ? 'wrong' : endOf(period, values.date, site.clock.now());
  const faults: (FormFault | false)[] = [
    kind === undefined && { field: 'kind', sentence: say.needsWhom },
    !reason.ok &&
      (reason.code === 'no-reason' ? { field: 'reason', sentence: say.needsReason } : faultOfRefusal(reason)),
    period === undefined && { field: 'period', sentence: say.needsPeriod },
    period !== undefined && until === 'wrong' && { field: 'date', sentence: say.wrongDate },
    [...sentence].length > longestSentence && { field: 'sentence', sentence: say.tooLong(longestSentence) },
    form.fault !== null && { field: null, sentence: form.fault },
  ];
  const found = faults.filter((fault) => fault !== false);
  if (found.length > 0 || kind === undefined || !reason.ok || until === 'wrong')
    return showForm(visit, { prefix: 's', values, faults: found }, 422);
  const whom = { commentId: pathId(visit), kind, until, reason: reason.value, by: actingAs(visit) };
  const suspended = await suspendWriter(site, whom);
  if (suspended.ok) return seeOther(visit, `${suspensionsPath}?done=suspended`);
  if (suspended.code === 'no-comment') return missing(visit);
  const status = suspended.code === 'suspended-already' ? 409 : 422;
  return showForm(visit, { prefix: 's', values, faults: [faultOfRefusal(suspended)] }, status);
}
