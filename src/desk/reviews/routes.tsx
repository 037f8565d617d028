import { readReason, reasonsOf } from '../../moderation/reason.ts';
import { readSettings } from '../../publication/queries.ts';
import { decideReview } from '../../reviews/decide-review.ts';
import { countReviews, listReviews, readReview } from '../../reviews/queries.ts';
import { fitness, mayReview, type Review } from '../../reviews/review.ts';
import { reviewedBy } from '../../reviews/reviewed.ts';
import { listStaff } from '../../staff/queries.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { faultOfRefusal } from '../frame/form-faults.ts';
import type { FormState } from '../frame/form-field.tsx';
import { readList } from '../frame/list-view.ts';
import { readResponse } from '../responses/queries.ts';
import type { Decision } from '../responses/response-view.ts';
import { actingAs, field, idPattern, pathId, seeOther, show, type Visit } from '../visit.ts';
import { firstDecisionOf, firstKeepingOf, firstSuspensionOf } from './queries.ts';
import { ReviewListPage } from './review-list-page.tsx';
import { ReviewPage } from './review-page.tsx';
import { type OneReviewView, type ReviewListView, reviewsPath } from './review-view.ts';

const one = `${reviewsPath}:id{${idPattern}}/`;
const verb = 'review.decide';

/** Reviews at the desk: those that wait, those that were decided, and each with its decision. */
export const reviewRoutes: DeskRoute[] = [
  { method: 'GET', path: reviewsPath, verb, answer: showReviews },
  { method: 'GET', path: one, verb, answer: (visit) => showReview(visit) },
  { method: 'POST', path: one, verb, answer: decide },
];

async function showReviews(visit: Visit): Promise<Response> {
  const db = visit.site.store.read;
  const now = visit.site.clock.now().toISOString();
  const view: ReviewListView = await readList(visit, {
    ...{ base: reviewsPath, states: ['open', 'closed'] },
    count: (state) => countReviews(db, { open: state === 'open', now }),
    list: (state, page) => listReviews(db, { open: state === 'open', now, ...page }),
  });
  return show(visit, <ReviewListPage desk={visit.desk} view={view} />);
}

async function showReview(
  visit: Visit,
  form: FormState = { prefix: 'r', values: {}, faults: [] },
  status: 200 | 403 | 409 | 422 = 200,
): Promise<Response> {
  const db = visit.site.store.read;
  const now = visit.site.clock.now().toISOString();
  const review = await readReview(db, { id: pathId(visit), now });
  const response = review && (await readResponse(db, review.commentId));
  if (!review || !response) return missing(visit);
  const about = await reviewedBy(db, { ...review, now });
  const view: OneReviewView = {
    ...{ review, response, form, first: await firstOf(visit, review), caseId: about?.caseId ?? null },
    may: about === null ? 'unfit' : await mayOf(visit, about),
    reasons: reasonsOf(await readSettings(visit.site)),
    done: visit.c.req.query('done') === 'yes' && review.standing === 'decided',
  };
  return show(visit, <ReviewPage desk={visit.desk} view={view} />, status);
}

async function mayOf(
  { site, staff }: Visit,
  about: Parameters<typeof fitness>[2],
): Promise<OneReviewView['may']> {
  if (!mayReview(staff, about)) return 'not-yours';
  const active = (await listStaff(site)).filter(({ disabledAt }) => disabledAt === null);
  return fitness(staff, active, about);
}

function firstOf({ site }: Visit, review: Review): Promise<Decision | null> {
  const { subject, subjectId } = review;
  if (subject === 'suspension') return firstSuspensionOf(site.store.read, subjectId);
  return subject === 'decision'
    ? firstDecisionOf(site.store.read, subjectId)
    : firstKeepingOf(site.store.read, subjectId);
}

const statuses: Record<string, 403 | 409> = {
  'already-decided': 409,
  moot: 409,
  'name-taken': 409,
  'not-staff': 403,
  'not-yours': 403,
  'same-moderator': 403,
  'own-response': 403,
};

async function decide(visit: Visit): Promise<Response> {
  const { site, form, staff } = visit;
  const values = { sentence: field(form, 'sentence').trim(), reason: field(form, 'reason') };
  const asked = field(form, 'do');
  if (asked !== 'uphold' && asked !== 'reverse') return missing(visit);
  const again = { prefix: 'r', values, faults: [] };
  if (form.fault !== null)
    return showReview(visit, { ...again, faults: [{ field: null, sentence: form.fault }] }, 422);
  const read = readReason(await readSettings(site), { code: values.reason, sentence: values.sentence });
  const decided = await decideReview(site, {
    ...{ id: pathId(visit), verdict: asked, sentence: values.sentence },
    by: { ...actingAs(visit), staffId: staff.id },
    ...(read.ok && { reason: read.value }),
  });
  if (decided.ok) return seeOther(visit, `${reviewsPath}${pathId(visit)}/?done=yes`);
  if (decided.code === 'no-review') return missing(visit);
  return showReview(visit, { ...again, faults: [faultOfRefusal(decided)] }, statuses[decided.code] ?? 422);
}
