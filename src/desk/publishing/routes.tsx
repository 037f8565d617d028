import { keepMoment, scheduleArticle, unscheduleArticle } from '../../articles/schedule-article.ts';
import type { DeskRoute } from '../desk-route.ts';
import { type ArticleVisit, actingAs, field, idPattern } from '../visit.ts';
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
  { method: 'POST', path: `${one}schedule/`, verb: 'article.schedule', answer: schedule },
  { method: 'POST', path: `${one}schedule/keep/`, verb: 'article.schedule', answer: keep },
  { method: 'POST', path: `${one}unschedule/`, verb: 'article.schedule', answer: unschedule },
];

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
