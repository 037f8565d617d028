import type { Outcome } from '../../lib/refusal.ts';
import { caseClock } from '../../notices/case-clock.ts';
import { factsOf } from '../../notices/case-steps.ts';
import { checkCase } from '../../notices/check-case.ts';
import { caseResponse, countCases, evidenceOf, listCases, readCase, stepsOf } from '../../notices/queries.ts';
import { putBack, removeForCase, withholdNow } from '../../notices/withhold.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { actingAs, field, idPattern, pathId, queryNumber, seeOther, show, type Visit } from '../visit.ts';
import { CaseListPage } from './case-list-page.tsx';
import { CasePage } from './case-page.tsx';
import { type CaseListView, casesPath } from './case-view.ts';

const perPage = 25;
const one = `${casesPath}:id{${idPattern}}/`;
const verb = 'case.manage';

/** Complaints at the desk: all of them by when they are due, and each with what is done about it. */
export const caseRoutes: DeskRoute[] = [
  { method: 'GET', path: casesPath, verb, answer: showCases },
  { method: 'GET', path: one, verb, answer: (visit) => showCase(visit, null) },
  { method: 'POST', path: `${one}check/`, verb, answer: check },
  { method: 'POST', path: `${one}response/`, verb, answer: decideOnResponse },
];

async function showCases(visit: Visit): Promise<Response> {
  const db = visit.site.store.read;
  const open = visit.c.req.query('state') !== 'closed';
  const counts = { open: await countCases(db, true), closed: await countCases(db, false) };
  const pages = Math.max(1, Math.ceil((open ? counts.open : counts.closed) / perPage));
  const page = Math.min(queryNumber(visit, 'page') ?? 1, pages);
  const cases = await listCases(db, { open, limit: perPage, offset: (page - 1) * perPage });
  const view: CaseListView = { open, cases, counts, page, pages };
  return show(visit, <CaseListPage desk={visit.desk} view={view} />);
}

async function showCase(visit: Visit, refusal: string | null, status: 200 | 409 = 200): Promise<Response> {
  const db = visit.site.store.read;
  const found = await readCase(db, pathId(visit));
  if (found === null) return missing(visit);
  const steps = await stepsOf(db, found.id);
  const facts = factsOf(steps);
  const view = {
    ...{ found, steps, refusal, clock: caseClock(found.kind, facts) },
    ticks: { invalid: facts.invalid, repeat: facts.repeat, noContact: facts.noContact },
    response: found.comment === null ? null : await caseResponse(db, found.comment.id),
    evidence: await evidenceOf(db, found.id),
    done: visit.c.req.query('done') ?? null,
  };
  return show(visit, <CasePage desk={visit.desk} view={view} />, status);
}

async function check(visit: Visit): Promise<Response> {
  const isTicked = (name: string) => field(visit.form, name) === 'yes';
  const ticks = { invalid: isTicked('invalid'), repeat: isTicked('repeat'), noContact: isTicked('noContact') };
  const checked = await checkCase(visit.site, { id: pathId(visit), by: actingAs(visit), ticks });
  return tell(visit, checked, 'checked');
}

async function decideOnResponse(visit: Visit): Promise<Response> {
  const act = { id: pathId(visit), by: actingAs(visit) };
  const what = field(visit.form, 'do');
  if (what === 'withhold') return tell(visit, await withholdNow(visit.site, act), 'withheld');
  if (what === 'restore') return tell(visit, await putBack(visit.site, act), 'restored');
  if (what === 'remove') return tell(visit, await removeForCase(visit.site, act), 'removed');
  return missing(visit);
}

function tell(visit: Visit, outcome: Outcome<unknown>, done: string): Promise<Response> | Response {
  if (outcome.ok) return seeOther(visit, `${casesPath}${pathId(visit)}/?done=${done}`);
  return outcome.code === 'no-case' ? missing(visit) : showCase(visit, outcome.sentence, 409);
}
