import {
  type ClaimFilter,
  countClaims,
  listClaims,
  overdueByMonth,
  todayOf,
} from '../../articles/claims/queries.ts';
import { queryNumber, show, type Visit } from '../visit.ts';
import { ClaimListPage } from './claim-list-page.tsx';

const perPage = 50;
const filters: readonly ClaimFilter[] = ['due', 'overdue', 'to-come', 'closed'];

/** All claims of published articles: those due today, overdue, to come, closed. */
export async function showClaimList(visit: Visit): Promise<Response> {
  const db = visit.site.store.read;
  const today = await todayOf(visit.site);
  const counts = { due: 0, overdue: 0, 'to-come': 0, closed: 0 };
  for (const each of filters) counts[each] = await countClaims(db, each, today);
  const asked = filters.find((each) => each === visit.c.req.query('state'));
  const filter = asked ?? (counts.due > 0 ? 'due' : counts.overdue > 0 ? 'overdue' : 'to-come');
  const pages = Math.max(1, Math.ceil(counts[filter] / perPage));
  const page = Math.min(queryNumber(visit, 'page') ?? 1, pages);
  const claims = await listClaims(db, { filter, today, limit: perPage, offset: (page - 1) * perPage });
  const overdue = await overdueByMonth(db, today);
  return show(
    visit,
    <ClaimListPage desk={visit.desk} view={{ filter, counts, claims, overdue, page, pages }} />,
  );
}
