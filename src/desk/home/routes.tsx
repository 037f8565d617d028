import { may } from '../../staff/permissions.ts';
import { listDeskArticles } from '../articles/queries.ts';
import type { DeskRoute } from '../desk-route.ts';
import { heldSince } from '../responses/queries.ts';
import { show, type Visit } from '../visit.ts';
import { HomePage, type HomeView } from './home-page.tsx';
import { isDemo } from './queries.ts';

const few = 5;

/** Where the desk begins. */
export const homeRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk/', verb: 'desk.enter', answer: showHome },
];

async function showHome(visit: Visit): Promise<Response> {
  const { site, staff, desk } = visit;
  const db = site.store.read;
  const writes = may(staff.role, 'article.write');
  const first = { limit: few, offset: 0 };
  const home: HomeView = {
    oldestHeld: desk.held ? ((await heldSince(db))?.oldest ?? null) : null,
    drafts: writes ? await listDeskArticles(db, { stage: 'draft', ...first }) : [],
    published: writes ? await listDeskArticles(db, { stage: 'published', ...first }) : [],
    demo: may(staff.role, 'staff.manage') && (await isDemo(db)),
  };
  return show(visit, <HomePage desk={desk} home={home} />);
}
