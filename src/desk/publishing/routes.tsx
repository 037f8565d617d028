import { moveArticle } from '../../articles/move-article.ts';
import { pinArticle, unpinArticle } from '../../articles/pin-article.ts';
import { makePreview, revokePreview } from '../../articles/preview-links.ts';
import { answerReview, askReview, takeBackReview } from '../../articles/review-article.ts';
import { keepMoment, scheduleArticle, unscheduleArticle } from '../../articles/schedule-article.ts';
import { restoreArticle, withdrawArticle } from '../../articles/withdraw-article.ts';
import type { DeskRoute } from '../desk-route.ts';
import { type ArticleVisit, actingAs, field, idPattern } from '../visit.ts';
import { riskRoutes } from './risk-routes.tsx';
import { answerPress, showPublishing } from './show-publishing.tsx';

const one = `/desk/articles/:id{${idPattern}}/`;

/** What becomes of an article between its last word and its readers. */
export const publishingRoutes: DeskRoute[] = [
  {
    method: 'GET',
    path: `${one}publishing/`,
    verb: 'article.read',
    answer: (visit) => showPublishing(visit),
  },
  ...riskRoutes,
  { method: 'POST', path: `${one}pin/`, verb: 'article.pin', answer: pin },
  { method: 'POST', path: `${one}unpin/`, verb: 'article.pin', answer: unpin },
  { method: 'POST', path: `${one}preview-links/`, verb: 'article.preview-link', answer: makeLink },
  { method: 'POST', path: `${one}preview-links/end/`, verb: 'article.preview-link', answer: endLink },
  { method: 'POST', path: `${one}move/`, verb: 'article.move', answer: move },
  { method: 'POST', path: `${one}withdraw/`, verb: 'article.withdraw', answer: withdraw },
  { method: 'POST', path: `${one}restore/`, verb: 'article.restore', answer: restore },
  { method: 'POST', path: `${one}review/`, verb: 'article.ask-review', answer: ask },
  { method: 'POST', path: `${one}review/answer/`, verb: 'article.answer-review', answer: answerAsked },
  { method: 'POST', path: `${one}review/take-back/`, verb: 'article.ask-review', answer: takeBack },
  { method: 'POST', path: `${one}schedule/`, verb: 'article.schedule', answer: schedule },
  { method: 'POST', path: `${one}schedule/keep/`, verb: 'article.schedule', answer: keep },
  { method: 'POST', path: `${one}unschedule/`, verb: 'article.schedule', answer: unschedule },
];

/** The secret is shown in this answer alone: it is kept nowhere. */
async function makeLink(visit: ArticleVisit): Promise<Response> {
  const { site, id, form } = visit;
  const made = await makePreview(site, actingAs(visit), { id, hours: field(form, 'hours') });
  return made.ok ? showPublishing(visit, undefined, made.value.path) : showPublishing(visit, made);
}

async function endLink(visit: ArticleVisit): Promise<Response> {
  const { site, id, form } = visit;
  return answerPress(visit, await revokePreview(site, { id, previewId: field(form, 'preview') }), 'ended');
}

async function pin(visit: ArticleVisit): Promise<Response> {
  const { site, id, form } = visit;
  const pinned = await pinArticle(site, actingAs(visit), { id, until: field(form, 'until') });
  return answerPress(visit, pinned, 'pinned');
}

async function unpin(visit: ArticleVisit): Promise<Response> {
  return answerPress(visit, await unpinArticle(visit.site, actingAs(visit), visit.id), 'unpinned');
}

async function move(visit: ArticleVisit): Promise<Response> {
  const { site, id, form } = visit;
  const wanted = { id, slug: field(form, 'slug'), seen: field(form, 'path') };
  return answerPress(visit, await moveArticle(site, actingAs(visit), wanted), 'moved');
}

async function withdraw(visit: ArticleVisit): Promise<Response> {
  const { site, id, form } = visit;
  const why = { id, reason: field(form, 'reason'), note: field(form, 'public-note') };
  return answerPress(visit, await withdrawArticle(site, actingAs(visit), why), 'withdrawn');
}

async function restore(visit: ArticleVisit): Promise<Response> {
  return answerPress(visit, await restoreArticle(visit.site, actingAs(visit), visit.id), 'restored');
}

async function ask(visit: ArticleVisit): Promise<Response> {
  const { site, id, form } = visit;
  const asked = await askReview(site, actingAs(visit), { id, note: field(form, 'note') });
  return answerPress(visit, asked, 'asked');
}

async function answerAsked(visit: ArticleVisit): Promise<Response> {
  const { site, id, form } = visit;
  const outcome = field(form, 'do') === 'approve' ? 'approved' : 'sent-back';
  const answer = { id, reviewId: field(form, 'review'), outcome, answer: field(form, 'answer') } as const;
  return answerPress(visit, await answerReview(site, actingAs(visit), answer), outcome);
}

async function takeBack(visit: ArticleVisit): Promise<Response> {
  return answerPress(visit, await takeBackReview(visit.site, actingAs(visit), visit.id), 'taken-back');
}

async function schedule(visit: ArticleVisit): Promise<Response> {
  const { site, id, form } = visit;
  const seen = field(form, 'was') || null;
  const set = await scheduleArticle(site, actingAs(visit), { id, local: field(form, 'time'), seen });
  return answerPress(visit, set, 'scheduled');
}

async function keep(visit: ArticleVisit): Promise<Response> {
  return answerPress(visit, await keepMoment(visit.site, actingAs(visit), visit.id), 'kept');
}

async function unschedule(visit: ArticleVisit): Promise<Response> {
  return answerPress(visit, await unscheduleArticle(visit.site, actingAs(visit), visit.id), 'unscheduled');
}
