import { readEditable } from '../../articles/queries.ts';
import { lastingPath } from '../../comments/comment.ts';
import { respondAsStaff } from '../../comments/respond-as-staff.ts';
import { readerHoldsLike } from '../../pseudonyms/queries.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { faultOfRefusal } from '../frame/form-faults.ts';
import type { FormFault } from '../frame/form-field.tsx';
import { type ArticleVisit, field, idPattern, seeOther, show } from '../visit.ts';
import { RespondPage } from './respond-page.tsx';

const path = `/desk/articles/:id{${idPattern}}/respond/`;
const verb = 'comment.respond';

/** Staff answer under an article, marked as the publication's own. */
export const respondRoutes: DeskRoute[] = [
  { method: 'GET', path, verb, answer: (visit) => form(visit, [], 200) },
  { method: 'POST', path, verb, answer: send },
];

async function send(visit: ArticleVisit): Promise<Response> {
  const article = await readEditable(visit.site.store.read, visit.id);
  const { fault } = visit.form;
  if (fault !== null) return form(visit, [{ field: null, sentence: fault }], 422);
  const sent = await respondAsStaff(visit.site, visit.staff, {
    articleId: visit.id,
    text: field(visit.form, 'text'),
    in_reply_to: field(visit.form, 'in_reply_to'),
  });
  if (!sent.ok) return form(visit, [faultOfRefusal(sent)], 422);
  return seeOther(visit, lastingPath(article?.path ?? '/', sent.value.number));
}

async function form(visit: ArticleVisit, faults: FormFault[], status: 200 | 422): Promise<Response> {
  const { site, desk, staff } = visit;
  const article = await readEditable(site.store.read, visit.id);
  if (article === null) return missing(visit);
  const values = {
    text: field(visit.form, 'text'),
    in_reply_to: field(visit.form, 'in_reply_to') || (visit.c.req.query('in_reply_to') ?? ''),
  };
  const { id, title, path: at } = article;
  const alike = await readerHoldsLike(site.store.read, staff.name);
  const view = { article: { id, title, path: at }, form: { prefix: 'f', values, faults }, alike };
  return show(visit, <RespondPage desk={desk} {...view} />, status);
}
