import { countWaiting } from '../../moderation/waiting/queries.ts';
import { kindsFor, sumOf } from '../../moderation/waiting/waiting.ts';
import type { DeskRoute } from '../desk-route.ts';
import type { Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { readQueueFilter } from './queue-filter.ts';

/** How many came since a page of the queue was loaded: for its script. */
export const arrivedRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk/queue/arrived/', verb: 'comment.decide', answer: arrived },
];

async function arrived(visit: Visit): Promise<Response> {
  const { site, desk, c } = visit;
  const told = Date.parse(c.req.query('since') ?? '');
  const since = Number.isNaN(told) ? desk.now : new Date(told);
  const asked = {
    filter: readQueueFilter(visit),
    kinds: kindsFor(visit.staff.role),
    now: desk.now.toISOString(),
  };
  const count = sumOf(await countWaiting(site.store.read, { ...asked, since: since.toISOString() }));
  const { narrowing: say } = deskWordingFor(desk.publication.locale);
  return c.json({ arrived: count, sentence: count === 0 ? '' : say.arrived(count) });
}
