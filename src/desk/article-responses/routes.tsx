import { setSlowMode } from '../../comments/set-slow-mode.ts';
import { settingsIn } from '../../publication/queries.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { faultOfRefusal } from '../frame/form-faults.ts';
import type { FormFault } from '../frame/form-field.tsx';
import { type ArticleVisit, actingAs, field, idPattern, seeOther, show } from '../visit.ts';
import { ArticleResponsesPage } from './article-responses-page.tsx';
import { readResponsePolicy } from './queries.ts';

const path = `/desk/articles/:id{${idPattern}}/responses/`;
const verb = 'article.slow';

/** How one article takes responses. */
export const articleResponseRoutes: DeskRoute[] = [
  { method: 'GET', path, verb, answer: (visit) => form(visit, null, 200) },
  { method: 'POST', path, verb, answer: send },
];

async function send(visit: ArticleVisit): Promise<Response> {
  const { fault } = visit.form;
  if (fault !== null) return form(visit, { field: null, sentence: fault }, 422);
  const seconds = field(visit.form, 'seconds');
  const set = await setSlowMode(visit.site, actingAs(visit).actor, { id: visit.id, seconds });
  if (!set.ok) return form(visit, faultOfRefusal(set), 422);
  return seeOther(visit, `/desk/articles/${visit.id}/responses/?done=saved`);
}

async function form(visit: ArticleVisit, fault: FormFault | null, status: 200 | 422): Promise<Response> {
  const { site, desk, stage, c } = visit;
  const article = await readResponsePolicy(site.store.read, visit.id);
  if (article === null) return missing(visit);
  const stored = article.slowSeconds === null ? '' : String(article.slowSeconds);
  const view = {
    ...{
      article,
      stage,
      settings: await settingsIn(site.store.read),
      saved: c.req.query('done') === 'saved',
    },
    form: {
      ...{ prefix: 'f', faults: fault === null ? [] : [fault] },
      values: { seconds: fault === null ? stored : field(visit.form, 'seconds') },
    },
  };
  return show(visit, <ArticleResponsesPage desk={desk} view={view} />, status);
}
