import { readEditable } from '../../articles/queries.ts';
import { newId } from '../../lib/ids.ts';
import { type Stage, stages } from '../../staff/permissions.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { type ArticleVisit, idPattern, queryNumber, show, type Visit } from '../visit.ts';
import { type ArticleFormView, newValues, valuesOf } from './article-form.ts';
import { ArticleFormPage } from './article-form-page.tsx';
import { ArticlesPage, type ArticlesView } from './articles-page.tsx';
import { countDeskArticles, listDeskArticles } from './queries.ts';
import { sendArticle } from './send-article.tsx';
import { editableHtml } from './shown-text.ts';

const perPage = 50;
const verb = 'article.write';
const one = `/desk/articles/:id{${idPattern}}/`;

/** Articles: their list, and the form in which each is written. */
export const articleRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk/articles/', verb, answer: showArticles },
  { method: 'GET', path: '/desk/articles/new/', verb, answer: showNew },
  { method: 'POST', path: '/desk/articles/new/', verb, answer: (visit) => sendArticle(visit, null) },
  { method: 'GET', path: one, verb: 'article.read', answer: showArticle },
  // A preview changes nothing: what does, asks for more itself.
  { method: 'POST', path: one, verb: 'article.read', answer: sendOpened },
];

async function showArticles(visit: Visit): Promise<Response> {
  const db = visit.site.store.read;
  const counts = await countDeskArticles(db);
  const stage = stages.find((each) => each === visit.c.req.query('state')) ?? null;
  const count = (of: Stage | null) =>
    of === null ? [...counts.values()].reduce((sum, each) => sum + each, 0) : (counts.get(of) ?? 0);
  const pages = Math.max(1, Math.ceil(count(stage) / perPage));
  const page = Math.min(queryNumber(visit, 'page') ?? 1, pages);
  const view: ArticlesView = {
    articles: await listDeskArticles(db, { stage, limit: perPage, offset: (page - 1) * perPage }),
    filters: [null, ...stages].map((each) => ({
      stage: each,
      path: addressOf(each, 1),
      count: count(each),
      current: each === stage,
    })),
    page,
    pages,
    path: (number) => addressOf(stage, number),
  };
  return show(visit, <ArticlesPage desk={visit.desk} view={view} />);
}

function addressOf(stage: Stage | null, page: number): string {
  const query = new URLSearchParams({
    ...(stage === null ? {} : { state: stage }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return query.size === 0 ? '/desk/articles/' : `/desk/articles/?${query}`;
}

const untouched = { faults: [], preview: null, stale: false, done: null };
const newborn = { article: null, stage: 'draft' } as const;

function showNew(visit: Visit): Response {
  const values = newValues(visit.staff.name);
  const form: ArticleFormView = {
    ...untouched,
    ...newborn,
    newId: newId(visit.site.clock, visit.site.random),
    values,
    html: editableHtml(values),
    basedOn: '',
  };
  return show(visit, <ArticleFormPage desk={visit.desk} form={form} />);
}

async function showArticle(visit: ArticleVisit): Promise<Response> {
  const article = await readEditable(visit.site.store.read, visit.id);
  if (article === null) return missing(visit);
  const form: ArticleFormView = {
    ...untouched,
    article,
    stage: visit.stage,
    newId: '',
    values: valuesOf(article),
    html: article.html,
    basedOn: article.updatedAt,
    done: visit.c.req.query('done') ?? null,
  };
  return show(visit, <ArticleFormPage desk={visit.desk} form={form} />);
}

async function sendOpened(visit: ArticleVisit): Promise<Response> {
  const article = await readEditable(visit.site.store.read, visit.id);
  return article === null ? missing(visit) : sendArticle(visit, article);
}
