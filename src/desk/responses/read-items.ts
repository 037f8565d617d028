import { isAlone, ownResponses } from '../../moderation/own-response.ts';
import { type ReportedItem, reportedItems } from '../../moderation/reports/queries.ts';
import type { Waiting } from '../../moderation/waiting/waiting.ts';
import { casesById } from '../../notices/queries.ts';
import { reviewsById } from '../../reviews/queries.ts';
import type { Visit } from '../visit.ts';
import { readResponses } from './queries.ts';
import type { QueueItem, Reported } from './queue-view.ts';
import type { DeskResponse } from './response-view.ts';

/** What waits, each with everything that its component draws, in the order that is given. */
export async function readItems(visit: Visit, waiting: readonly Waiting[]): Promise<QueueItem[]> {
  const db = visit.site.store.read;
  const refs = (kind: Waiting['kind']) => waiting.filter((each) => each.kind === kind).map(({ ref }) => ref);
  const responses = await readResponses(db, [...refs('held'), ...refs('report')]);
  const held = new Map(responses.map((response) => [response.id, response]));
  const reported = await reportedOf(visit, responses);
  const reviews = new Map(
    (await reviewsById(db, refs('review'), visit.desk.now.toISOString())).map((one) => [one.id, one]),
  );
  const cases = new Map((await casesById(db, refs('case'))).map((one) => [one.id, one]));
  return waiting.flatMap(({ kind, ref }): QueueItem[] => {
    const [response, report] = [held.get(ref), reported.get(ref)];
    const [review, one] = [reviews.get(ref), cases.get(ref)];
    if (kind === 'held' && response) return [{ kind, response }];
    if (kind === 'report' && report) return [{ kind, ...report }];
    if (kind === 'review' && review) return [{ kind, one: review }];
    return kind === 'case' && one ? [{ kind, one }] : [];
  });
}

/** Those of these responses on which reports wait. */
export async function reportedOf(
  { site, staff }: Visit,
  responses: readonly DeskResponse[],
): Promise<Map<string, Reported>> {
  const db = site.store.read;
  const ids = responses.map(({ id }) => id);
  const [items, own] = await Promise.all([reportedItems(db, ids), ownResponses(db, ids, staff.id)]);
  const alone = own.size > 0 && (await isAlone(db, staff.id));
  return new Map(
    responses.flatMap((response) => {
      const reported: ReportedItem | undefined = items.get(response.id);
      const whose = own.has(response.id) ? (alone ? 'alone' : 'others') : 'no';
      return reported ? [[response.id, { response, reported, own: whose }]] : [];
    }),
  );
}
