import { lateDecisions } from '../../moderation/late-decision.ts';
import { ownView } from '../../moderation/own-filter.ts';
import { reasonsOf } from '../../moderation/reason.ts';
import { readSettings } from '../../publication/queries.ts';
import type { DeskRoute } from '../desk-route.ts';
import { queryId, queryNumber, show, type Visit } from '../visit.ts';
import { besideEach } from './beside.ts';
import { countHeldBy, heldByArticle, heldResponses, heldSince, readResponse } from './queries.ts';
import { readQueueFilter } from './queue-filter.ts';
import { QueuePage, type QueueView } from './queue-page.tsx';

const perPage = 50;
/** For a quarter of an hour both are told that they decided on the same response. */
const toldFor = 900_000;

/** What waits. */
export const queueRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk/queue/', verb: 'comment.decide', answer: showQueue },
];

async function showQueue(visit: Visit): Promise<Response> {
  return show(visit, <QueuePage desk={visit.desk} queue={await readQueueView(visit)} />);
}

async function readQueueView(visit: Visit): Promise<QueueView> {
  const { site, desk } = visit;
  const db = site.store.read;
  const [byArticle, since, settings] = await Promise.all([
    heldByArticle(db),
    heldSince(db),
    readSettings(site),
  ]);
  const filter = readQueueFilter(visit);
  const total = await countHeldBy(db, filter);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(queryNumber(visit, 'page') ?? 1, pages);
  const held = await heldResponses(db, { filter, limit: perPage, offset: (page - 1) * perPage });
  const beside = await besideEach(visit, held);
  const doneId = queryId(visit, 'decided');
  const done = doneId === null ? null : await readResponse(db, doneId);
  const reasons = reasonsOf(settings);
  const late = await lateDecisions(db, {
    staffId: visit.staff.id,
    since: new Date(desk.now.getTime() - toldFor).toISOString(),
  });
  const kept = await ownView(db, visit.staff.id);
  const noted = queryId(visit, 'noted') !== null;
  return {
    held,
    beside,
    total,
    since,
    byArticle,
    filter,
    ownView: kept,
    page,
    pages,
    reasons,
    late,
    noted,
    done,
  };
}
