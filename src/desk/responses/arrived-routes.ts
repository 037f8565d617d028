import type { DeskRoute } from '../desk-route.ts';
import type { Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { heldAfter } from './queries.ts';
import { readQueueFilter } from './queue-filter.ts';

/** How many came since a page of the queue was loaded: for its script. */
export const arrivedRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk/queue/arrived/', verb: 'comment.decide', answer: arrived },
];

async function arrived(visit: Visit): Promise<Response> {
  const { site, desk, c } = visit;
  const asked = Date.parse(c.req.query('since') ?? '');
  const since = Number.isNaN(asked) ? desk.now : new Date(asked);
  const count = await heldAfter(site.store.read, readQueueFilter(visit), since.toISOString());
  const { narrowing: say } = deskWordingFor(desk.publication.locale);
  return c.json({ arrived: count, sentence: count === 0 ? '' : say.arrived(count) });
}
