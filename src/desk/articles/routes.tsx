import { othersAt } from '../../articles/presence.ts';
import { readEditable } from '../../articles/queries.ts';
import {
  listNewCopies,
  listWorkingCopies,
  readWorkingCopy,
  type WorkingCopy,
} from '../../articles/working-copies.ts';
import { newId } from '../../lib/ids.ts';
import { type Stage, stages } from '../../staff/permissions.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { MessagePage } from '../frame/message-page.tsx';
import { type ArticleVisit, idPattern, queryId, queryNumber, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { type ArticleFormView, newValues, valuesFrom, valuesOf } from './article-form.ts';
import { ArticleFormPage } from './article-form-page.tsx';
import { ArticlesPage, type ArticlesView } from './articles-page.tsx';
import { countDeskArticles, listDeskArticles } from './queries.ts';
import { sendArticle } from './send-article.tsx';
import { editableHtml } from './shown-text.ts';
import { workingRoutes } from './working-routes.tsx';

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
  ...workingRoutes,
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

const untouched = { faults: [], preview: null, done: null };
const newborn = { article: null, stage: 'draft' } as const;

async function showNew(visit: Visit): Promise<Response> {
  const { site, staff } = visit;
  const taken = await takenUp(visit, null);
  if (taken === 'gone') return sayGone(visit);
  const values = taken ? valuesFrom((name) => taken.fields[name] ?? '') : newValues(staff.name);
  const form: ArticleFormView = {
    ...untouched,
    ...newborn,
    newId: taken?.articleId ?? newId(site.clock, site.random),
    copyId: newId(site.clock, site.random),
    tookUp: taken?.id ?? '',
    unsaved: taken ? [] : await listNewCopies(site.store.read, staff.id),
    present: [],
    values,
    html: editableHtml(values),
    basedOn: '',
  };
  return show(visit, <ArticleFormPage desk={visit.desk} form={form} />);
}

async function showArticle(visit: ArticleVisit): Promise<Response> {
  const article = await readEditable(visit.site.store.read, visit.id);
  if (article === null) return missing(visit);
  const { site, staff, id } = visit;
  const taken = await takenUp(visit, id);
  if (taken === 'gone') return sayGone(visit);
  const values = taken ? valuesFrom((name) => taken.fields[name] ?? '') : valuesOf(article);
  const copyId = newId(site.clock, site.random);
  const form: ArticleFormView = {
    ...untouched,
    article,
    stage: visit.stage,
    newId: '',
    copyId,
    tookUp: taken?.id ?? '',
    unsaved: taken ? [] : await listWorkingCopies(site.store.read, staff.id, id),
    present: await othersAt(site, site.store.read, { articleId: id, formId: copyId }),
    values,
    html: taken ? editableHtml(values) : article.html,
    basedOn: taken?.basedOn ?? article.updatedAt,
    done: visit.c.req.query('done') ?? null,
  };
  return show(visit, <ArticleFormPage desk={visit.desk} form={form} />);
}

/** The unsaved words that were asked for by `?copy=`; null where none were. */
async function takenUp(visit: Visit, articleId: string | null): Promise<WorkingCopy | 'gone' | null> {
  if (visit.c.req.query('copy') === undefined) return null;
  const copy = await readWorkingCopy(visit.site.store.read, visit.staff.id, queryId(visit, 'copy') ?? '');
  return copy && (articleId === null || copy.articleId === articleId) ? copy : 'gone';
}

function sayGone(visit: Visit): Response {
  const { working: say } = deskWordingFor(visit.publication.locale);
  const { desk, form } = visit;
  return show(visit, <MessagePage {...{ desk, heading: say.unsaved, sentence: say.gone, form }} />, 404);
}

async function sendOpened(visit: ArticleVisit): Promise<Response> {
  const article = await readEditable(visit.site.store.read, visit.id);
  return article === null ? missing(visit) : sendArticle(visit, article);
}
