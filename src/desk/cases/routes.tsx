import type { Outcome } from '../../lib/refusal.ts';
import { caseActs } from '../../notices/case-acts.ts';
import { caseClock, clockSetting, dueAtOf } from '../../notices/case-clock.ts';
import { factsOf } from '../../notices/case-steps.ts';
import { checkCase } from '../../notices/check-case.ts';
import { lookUpWriter } from '../../notices/open-identity.ts';
import { countCases, type ListedCase, listCases, stepsOf } from '../../notices/queries.ts';
import { takeAct } from '../../notices/take-act.ts';
import { putBack, removeForCase, withholdNow } from '../../notices/withhold.ts';
import { readSettings } from '../../publication/queries.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { faultOfRefusal } from '../frame/form-faults.ts';
import { readList } from '../frame/list-view.ts';
import { isFromThread, placeAfter } from '../responses/back.ts';
import { actingAs, field, idPattern, pathId, seeOther, show, type Visit } from '../visit.ts';
import { CaseListPage } from './case-list-page.tsx';
import { type CaseListView, casesPath } from './case-view.ts';
import { caseLetterRoutes } from './letter-routes.tsx';
import { readDecision, showCase } from './show-case.tsx';

const one = `${casesPath}:id{${idPattern}}/`;
const verb = 'case.manage';

/** Complaints at the desk: all of them by when they are due, and each with what is done about it. */
export const caseRoutes: DeskRoute[] = [
  { method: 'GET', path: casesPath, verb, answer: showCases },
  { method: 'GET', path: one, verb, answer: (visit) => showCase(visit) },
  { method: 'POST', path: `${one}check/`, verb, answer: check },
  { method: 'POST', path: `${one}response/`, verb, answer: decideOnResponse },
  { method: 'POST', path: `${one}step/`, verb, answer: step },
  { method: 'POST', path: `${one}decide/`, verb, answer: decide },
  { method: 'POST', path: `${one}writer/`, verb, answer: lookUp },
  ...caseLetterRoutes,
];

async function showCases(visit: Visit): Promise<Response> {
  const db = visit.site.store.read;
  const view: CaseListView = await readList(visit, {
    ...{ base: casesPath, states: ['open', 'closed'] },
    count: (state) => countCases(db, state === 'open'),
    async list(state, page) {
      const listed = await listCases(db, { open: state === 'open', ...page });
      return state === 'open' ? countedAnew(visit, listed) : listed;
    },
  });
  return show(visit, <CaseListPage desk={visit.desk} view={view} />);
}

/** By the settings as they are now: holidays may have been changed in mid-case. */
async function countedAnew({ site }: Visit, listed: ListedCase[]): Promise<ListedCase[]> {
  const setting = clockSetting(await readSettings(site));
  return Promise.all(
    listed.map(async (each) => {
      const facts = factsOf(await stepsOf(site.store.read, each.id));
      return { ...each, dueAt: dueAtOf(caseClock(each.kind, facts, { setting })) };
    }),
  );
}

async function step(visit: Visit): Promise<Response> {
  const asked = field(visit.form, 'do');
  const act = caseActs.find((each) => each === asked);
  if (act === undefined || act === 'decide') return missing(visit);
  return tell(visit, await takeAct(visit.site, { id: pathId(visit), by: actingAs(visit), act }), act);
}

async function decide(visit: Visit): Promise<Response> {
  const { decision, words, form } = readDecision(visit);
  if (decision === undefined || form.faults.length > 0) return showCase(visit, { decide: form }, 422);
  const act = {
    id: pathId(visit),
    by: actingAs(visit),
    act: 'decide' as const,
    decision,
    words,
  };
  return tell(visit, await takeAct(visit.site, act), 'decide');
}

/** Shown in the answer itself: no address leads to it a second time. */
async function lookUp(visit: Visit): Promise<Response> {
  const reason = field(visit.form, 'reason');
  const found = await lookUpWriter(visit.site, { id: pathId(visit), by: actingAs(visit), reason });
  if (found.ok) return showCase(visit, { identity: found.value });
  if (found.code === 'no-case') return missing(visit);
  if (found.field === undefined) return showCase(visit, { refusal: found.sentence }, 409);
  const faults = [faultOfRefusal(found)];
  return showCase(visit, { lookUp: { prefix: 'w', values: { reason }, faults } }, 422);
}

async function check(visit: Visit): Promise<Response> {
  const isTicked = (name: string) => field(visit.form, name) === 'yes';
  const ticks = {
    invalid: isTicked('invalid'),
    repeat: isTicked('repeat'),
    noContact: isTicked('noContact'),
  };
  const checked = await checkCase(visit.site, { id: pathId(visit), by: actingAs(visit), ticks });
  return tell(visit, checked, 'checked');
}

async function decideOnResponse(visit: Visit): Promise<Response> {
  const what = field(visit.form, 'do');
  const act = Object.hasOwn(onResponse, what) ? onResponse[what as keyof typeof onResponse] : null;
  if (act === null) return missing(visit);
  const outcome = await act.do(visit.site, { id: pathId(visit), by: actingAs(visit) });
  if (!outcome.ok || !isFromThread(visit)) return tell(visit, outcome, act.done);
  return seeOther(visit, await placeAfter(visit, outcome.value.commentId));
}

const onResponse = {
  withhold: { do: withholdNow, done: 'withheld' },
  restore: { do: putBack, done: 'restored' },
  remove: { do: removeForCase, done: 'removed' },
};

function tell(visit: Visit, outcome: Outcome<unknown>, done: string): Promise<Response> | Response {
  if (outcome.ok) return seeOther(visit, `${casesPath}${pathId(visit)}/?done=${done}`);
  return outcome.code === 'no-case' ? missing(visit) : showCase(visit, { refusal: outcome.sentence }, 409);
}
