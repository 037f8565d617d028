import type { ListedClaim } from '../../articles/claims/claim-view.ts';
import { listClaims, todayOf } from '../../articles/claims/queries.ts';
import { countFailedJobs, failedJobs } from '../../jobs/failed-jobs.ts';
import { waitingSince } from '../../moderation/waiting/queries.ts';
import { listCases } from '../../notices/queries.ts';
import { may, mayOn } from '../../staff/permissions.ts';
import { listDeskArticles } from '../articles/queries.ts';
import type { DeskRoute } from '../desk-route.ts';
import { countBroken } from '../links/queries.ts';
import { witnessesInTrouble } from '../outside/outside-view.ts';
import { show, type Visit } from '../visit.ts';
import { readFigures } from './figures.ts';
import { HomePage } from './home-page.tsx';
import type { HomeView } from './home-view.ts';
import { isDemo, nextScheduled, openReviews, plainDrafts } from './queries.ts';

const few = 5;

/** Where the desk begins. */
export const homeRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk/', verb: 'desk.enter', answer: showHome },
];

async function showHome(visit: Visit): Promise<Response> {
  const { site, staff, desk, publication } = visit;
  const db = site.store.read;
  const { role } = staff;
  const writes = may(role, 'article.write');
  const days = visit.c.req.query('days') === '90' ? 90 : 30;
  const { timeZone } = publication;
  const home: HomeView = {
    failedJobs: may(role, 'job.decide') ? await readFailed(visit) : null,
    witnesses: may(role, 'setting.change-owned') ? await witnessesInTrouble(site) : [],
    brokenLinks: may(role, 'link.manage') ? await countBroken(db) : null,
    oldestHeld: desk.waiting === null ? null : ((await waitingSince(db))?.oldest ?? null),
    cases: desk.openCases ? await listCases(db, { open: true, limit: few, offset: 0 }) : [],
    claims: desk.claimsDue === null ? null : await claimsDue(visit),
    reviews: mayOn(role, 'article.answer-review', 'in-review') ? await openReviews(db, few) : null,
    scheduled: writes ? await nextScheduled(db, few) : null,
    mine: writes ? await plainDrafts(db, { by: staff.name, mine: true, few }) : null,
    others: writes ? await plainDrafts(db, { by: staff.name, mine: false, few }) : null,
    published: writes ? await readPublished(visit) : null,
    demo: may(role, 'staff.manage') && (await isDemo(db)),
    figures: may(role, 'comment.decide')
      ? await readFigures(db, { now: site.clock.now(), days, timeZone })
      : null,
  };
  return show(visit, <HomePage desk={desk} home={home} />);
}

async function readFailed({ site }: Visit): Promise<HomeView['failedJobs']> {
  const db = site.store.read;
  const [newest] = await failedJobs(db, { limit: 1, offset: 0 });
  if (!newest) return { count: 0, newest: null };
  return { count: await countFailedJobs(db), newest: { kind: newest.kind, at: newest.failedAt } };
}

async function readPublished({ site }: Visit): Promise<HomeView['published']> {
  const listed = await listDeskArticles(site.store.read, { stage: 'published', limit: few, offset: 0 });
  return listed.map(({ id, title, publishedAt }) => ({ id, title, at: publishedAt ?? '' }));
}

/** The first of the dated claims whose day has come: those overdue, then those of today. */
async function claimsDue({ site }: Visit): Promise<ListedClaim[]> {
  const today = await todayOf(site);
  const page = { today, limit: few, offset: 0 };
  const overdue = await listClaims(site.store.read, { filter: 'overdue', ...page });
  if (overdue.length === few) return overdue;
  const due = await listClaims(site.store.read, { filter: 'due', ...page });
  return [...overdue, ...due].slice(0, few);
}
