import { erasePerson } from '../../comments/people/erase-person.ts';
import { exportForPerson } from '../../comments/people/export-person.ts';
import { readWho } from '../../comments/people/person.ts';
import { countResponsesOf, personsResponses, responseIdsOf } from '../../comments/people/queries.ts';
import { reportIdsLeftBy } from '../../comments/people/reports-left.ts';
import { erasureReasons } from '../../moderation/reason.ts';
import type { DeskRoute } from '../desk-route.ts';
import type { FormFault } from '../frame/form-field.tsx';
import { actingAs, field, queryNumber, seeOther, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { PeoplePage } from './people-page.tsx';
import type { PeopleView } from './people-view.ts';

const perPage = 50;
const verb = 'person.answer';

/** What is kept of one reader. */
export const peopleRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk/people/', verb, answer: (visit) => showPeople(visit, asked(visit)) },
  { method: 'POST', path: '/desk/people/export/', verb, answer: giveOut },
  { method: 'POST', path: '/desk/people/erase/', verb, answer: erase },
];

type Asked = { by: string; value: string };

const asked = ({ c }: Visit): Asked => ({ by: c.req.query('by') ?? 'email', value: c.req.query('q') ?? '' });
const sent = ({ form }: Visit): Asked => ({ by: field(form, 'by'), value: field(form, 'q') });

async function showPeople(visit: Visit, { by, value }: Asked, faults: FormFault[] = []): Promise<Response> {
  const db = visit.site.store.read;
  const who = readWho(by, value);
  const page = queryNumber(visit, 'page') ?? 1;
  const count = who === null ? 0 : await countResponsesOf(db, who);
  const reports = who === null ? 0 : (await reportIdsLeftBy(db, who)).length;
  const ids =
    who === null ? [] : await responseIdsOf(db, who, { limit: perPage, offset: (page - 1) * perPage });
  const address = (other: number) =>
    `/desk/people/?${new URLSearchParams({ by, q: value, page: String(other) })}`;
  const values = Object.fromEntries(
    ['depth', 'reason', 'sure'].map((name) => [name, field(visit.form, name)]),
  );
  const view: PeopleView = {
    ...{ by, value, reasons: erasureReasons, done: doneNow(visit) },
    found: who === null ? null : { responses: await personsResponses(db, ids), count, reports },
    newer: page > 1 ? address(page - 1) : null,
    older: page * perPage < count ? address(page + 1) : null,
    form: { prefix: 'erase', values, faults },
  };
  return show(visit, <PeoplePage desk={visit.desk} view={view} />, faults.length === 0 ? 200 : 422);
}

function doneNow(visit: Visit): PeopleView['done'] {
  const { done, reports = '0' } = visit.c.req.query();
  const number = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : 0);
  return done === undefined ? null : { responses: number(done), reports: number(reports) };
}

async function giveOut(visit: Visit): Promise<Response> {
  const who = readWho(sent(visit).by, sent(visit).value);
  if (who === null) return showPeople(visit, sent(visit));
  const data = await exportForPerson(visit.site, who, actingAs(visit).actor);
  return visit.c.body(JSON.stringify(data, null, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="kept-of-a-reader.json"',
  });
}

async function erase(visit: Visit): Promise<Response> {
  const { site, form, desk } = visit;
  const { people: say } = deskWordingFor(desk.publication.locale);
  const { by, value } = sent(visit);
  const who = readWho(by, value);
  const depth = field(form, 'depth');
  const reason = erasureReasons.find(({ code }) => code === field(form, 'reason'));
  const faults: FormFault[] = [];
  if (depth !== 'name' && depth !== 'words') faults.push({ field: 'depth', sentence: say.noDepth });
  if (!reason) faults.push({ field: 'reason', sentence: say.noReason });
  if (field(form, 'sure').trim().toLowerCase() !== say.sureWord)
    faults.push({ field: 'sure', sentence: say.notSure });
  if (who === null || (depth !== 'name' && depth !== 'words') || !reason || faults.length > 0)
    return showPeople(visit, { by, value }, faults);
  const erased = await erasePerson(site, { who, depth, erasing: { by: actingAs(visit), reason } });
  if (!erased.ok) return showPeople(visit, { by, value }, [{ field: null, sentence: erased.sentence }]);
  const counts = { done: String(erased.value.erased), reports: String(erased.value.reports) };
  return seeOther(visit, `/desk/people/?${new URLSearchParams({ by, q: value, ...counts })}`);
}
