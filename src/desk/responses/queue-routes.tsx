import { readFlood } from '../../comments/flood/queries.ts';
import { ownViews } from '../../moderation/own-views.ts';
import { reasonsOf } from '../../moderation/reason.ts';
import { lastSettled, reportedItems } from '../../moderation/reports/queries.ts';
import {
  countWaiting,
  waitingByArticle,
  waitingPage,
  waitingSince,
} from '../../moderation/waiting/queries.ts';
import {
  isSearch,
  kindsFor,
  type QueueFilter,
  sumOf,
  type WaitingCounts,
  waitingKinds,
} from '../../moderation/waiting/waiting.ts';
import { readSettings } from '../../publication/queries.ts';
import type { DeskRoute } from '../desk-route.ts';
import { queryId, queryNumber, show, type Visit } from '../visit.ts';
import { besideEach } from './beside.ts';
import { lateOnes } from './one-response.ts';
import { readResponse } from './queries.ts';
import { readQueueFilter } from './queue-filter.ts';
import { QueuePage } from './queue-page.tsx';
import type { Done, QueueView } from './queue-view.ts';
import { readItems } from './read-items.ts';

const perPage = 50;
/** What has to be looked into is counted no further. */
const mostFound = 1_000;

/** What waits. */
export const queueRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk/queue/', verb: 'comment.decide', answer: showQueue },
];

async function showQueue(visit: Visit): Promise<Response> {
  return show(visit, <QueuePage desk={visit.desk} queue={await readQueueView(visit)} />);
}

async function readQueueView(visit: Visit): Promise<QueueView> {
  const { site, staff } = visit;
  const db = site.store.read;
  const [byArticle, since, settings] = await Promise.all([
    waitingByArticle(db),
    waitingSince(db),
    readSettings(site),
  ]);
  const found = await findItems(visit);
  const late = await lateOnes(visit);
  return {
    ...{ ...found, since, byArticle, late, reasons: reasonsOf(settings) },
    views: await ownViews(db, staff.id),
    noted: queryId(visit, 'noted') !== null,
    done: await readDone(visit),
    flood: await readFlood(site),
  };
}

async function findItems(visit: Visit) {
  const db = visit.site.store.read;
  const filter = readQueueFilter(visit);
  const asked = { filter, kinds: kindsFor(visit.staff.role), now: visit.desk.now.toISOString() };
  const counts = await countOf(visit, filter);
  const more = isSearch(filter) && waitingKinds.some((kind) => counts[kind] === mostFound);
  const pages = Math.max(1, Math.ceil(sumOf(counts) / perPage));
  const page = Math.min(queryNumber(visit, 'page') ?? 1, pages);
  const waiting = await waitingPage(db, { ...asked, limit: perPage, offset: (page - 1) * perPage });
  const items = await readItems(visit, waiting);
  const responses = items.flatMap((item) => ('response' in item ? [item.response] : []));
  return { filter, counts, more, pages, page, items, beside: await besideEach(visit, responses) };
}

/** The frame has counted everything already. */
async function countOf({ site, staff, desk }: Visit, filter: QueueFilter): Promise<WaitingCounts> {
  const asked = { filter, kinds: kindsFor(staff.role), now: desk.now.toISOString() };
  if (desk.waiting !== null && Object.values(filter).every((part) => part === null)) return desk.waiting;
  return countWaiting(site.store.read, isSearch(filter) ? { ...asked, most: mostFound } : asked);
}

/** What was decided just now, as it stands. */
async function readDone(visit: Visit): Promise<Done | null> {
  const db = visit.site.store.read;
  const id = queryId(visit, 'decided');
  const response = id === null ? null : await readResponse(db, id);
  if (id === null || response === null) return null;
  const reported = (await reportedItems(db, [id])).get(id) ?? null;
  const kept = (await lastSettled(db, id))?.outcome === 'kept';
  return { response, reported, kept };
}
