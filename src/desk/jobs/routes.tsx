import { countFailedJobs, failedJobs, letGo, tryAgain } from '../../jobs/failed-jobs.ts';
import { countRefused } from '../../subscriptions/queries.ts';
import type { DeskRoute } from '../desk-route.ts';
import { field, idPattern, pathId, queryNumber, seeOther, show, type Visit } from '../visit.ts';
import { JobsPage, type JobsView } from './jobs-page.tsx';

const perPage = 50;
const verb = 'job.decide';

/** Jobs that gave up: what each was, why it failed, and what becomes of it. */
export const jobRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk/jobs/', verb, answer: (visit) => showJobs(visit, null) },
  { method: 'POST', path: `/desk/jobs/:id{${idPattern}}/`, verb, answer: decide },
];

async function showJobs(visit: Visit, refused: string | null): Promise<Response> {
  const db = visit.site.store.read;
  const count = await countFailedJobs(db);
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(queryNumber(visit, 'page') ?? 1, pages);
  const word = visit.c.req.query('done');
  const view: JobsView = {
    jobs: await failedJobs(db, { limit: perPage, offset: (page - 1) * perPage }),
    ...{ count, page, pages, refused },
    refusedAddresses: await countRefused(db),
    done: word === 'again' || word === 'let-go' ? word : null,
  };
  return show(visit, <JobsPage desk={visit.desk} view={view} />, refused === null ? 200 : 409);
}

async function decide(visit: Visit): Promise<Response> {
  const { site, staff } = visit;
  const act = field(visit.form, 'do') === 'let-go' ? 'let-go' : 'again';
  const id = pathId(visit);
  const dealt = act === 'again' ? await tryAgain(site, id) : await letGo(site, id, staff.id);
  return dealt.ok ? seeOther(visit, `/desk/jobs/?done=${act}`) : showJobs(visit, dealt.sentence);
}
