import { keepOwnView } from '../../moderation/own-filter.ts';
import type { DeskRoute } from '../desk-route.ts';
import { field, seeOther, type Visit } from '../visit.ts';
import { queueAddress } from './queue-address.ts';
import { filterIn } from './queue-filter.ts';

/** How somebody wants the queue narrowed. */
export const viewRoutes: DeskRoute[] = [
  { method: 'POST', path: '/desk/queue/view/', verb: 'comment.decide', answer: keep },
];

async function keep(visit: Visit): Promise<Response> {
  const address = queueAddress(filterIn(new URLSearchParams(field(visit.form, 'view'))));
  await keepOwnView(visit.site, { staffId: visit.staff.id, query: address.split('?')[1] ?? '' });
  return seeOther(visit, address);
}
