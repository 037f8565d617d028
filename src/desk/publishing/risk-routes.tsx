import { markRisk, overrideReader, readVersion, unmarkRisk } from '../../articles/second-reader.ts';
import type { DeskRoute } from '../desk-route.ts';
import { type ArticleVisit, actingAs, field, idPattern } from '../visit.ts';
import { answerPress } from './show-publishing.tsx';

const one = `/desk/articles/:id{${idPattern}}/risk/`;

/** The legal-risk mark and its second reader. */
export const riskRoutes: DeskRoute[] = [
  { method: 'POST', path: one, verb: 'article.mark-risk', answer: mark },
  { method: 'POST', path: `${one}off/`, verb: 'article.unmark-risk', answer: unmark },
  { method: 'POST', path: `${one}read/`, verb: 'article.second-read', answer: read },
  { method: 'POST', path: `${one}override/`, verb: 'article.override-reader', answer: override },
];

async function mark(visit: ArticleVisit): Promise<Response> {
  const { site, id, form } = visit;
  const reason = field(form, 'risk');
  return answerPress(visit, await markRisk(site, actingAs(visit), { id, reason }), 'marked');
}

async function unmark(visit: ArticleVisit): Promise<Response> {
  const { site, id, form } = visit;
  const reason = field(form, 'risk-off');
  return answerPress(visit, await unmarkRisk(site, actingAs(visit), { id, reason }), 'unmarked');
}

async function read(visit: ArticleVisit): Promise<Response> {
  const { site, id, form } = visit;
  const seen = field(form, 'words');
  return answerPress(visit, await readVersion(site, actingAs(visit), { id, seen }), 'read');
}

async function override(visit: ArticleVisit): Promise<Response> {
  const { site, id, form } = visit;
  const why = { id, reason: field(form, 'override'), seen: field(form, 'words') };
  return answerPress(visit, await overrideReader(site, actingAs(visit), why), 'passed');
}
