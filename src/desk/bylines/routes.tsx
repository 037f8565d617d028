import type { NamedWriter } from '../../articles/guests/guest.ts';
import { saveBylines } from '../../articles/guests/save-bylines.ts';
import { type EditableArticle, readEditable } from '../../articles/queries.ts';
import { tidyName } from '../../lib/fold-text.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { faultOfRefusal } from '../frame/form-faults.ts';
import type { FormFault, FormState } from '../frame/form-field.tsx';
import { type ArticleVisit, actingAs, field, idPattern, seeOther, show } from '../visit.ts';
import { BylinesPage } from './bylines-page.tsx';
import { readRows } from './read-rows.ts';

const path = `/desk/articles/:id{${idPattern}}/bylines/`;
const mostRows = 20;
const blanks = 2;

/** The names over an article: staff, guests with what is said of them, and their order. */
export const bylineRoutes: DeskRoute[] = [
  { method: 'GET', path, verb: 'article.read', answer: showBylines },
  { method: 'POST', path, verb: 'article.edit', answer: sendBylines },
];

async function showBylines(visit: ArticleVisit): Promise<Response> {
  const article = await readEditable(visit.site.store.read, visit.id);
  if (article === null) return missing(visit);
  return page(visit, article, { form: { prefix: 'f', values: valuesOf(article), faults: [] }, status: 200 });
}

async function sendBylines(visit: ArticleVisit): Promise<Response> {
  const article = await readEditable(visit.site.store.read, visit.id);
  if (article === null) return missing(visit);
  const values = Object.fromEntries(
    [...visit.form.fields.keys()].map((name) => [name, field(visit.form, name)]),
  );
  const refuseWith = (faults: FormFault[], status: 409 | 422) =>
    page(visit, article, { form: { prefix: 'f', values, faults }, status });
  if (visit.form.fault !== null) return refuseWith([{ field: null, sentence: visit.form.fault }], 422);
  const { writers, rows, faults } = readRows(values, mostRows);
  if (faults.length > 0) return refuseWith(faults, 422);
  const seen = { state: article.state, updatedAt: values.updatedAt ?? '' };
  const saved = await saveBylines(visit.site, actingAs(visit), { id: visit.id, writers, seen });
  if (saved.ok) return seeOther(visit, `/desk/articles/${visit.id}/bylines/?done=saved`);
  const guest = rows.find(({ name }) => saved.sentence.includes(`“${tidyName(name)}”`));
  const at = saved.field === 'guests' && guest ? { field: `name-${guest.index}` } : {};
  return refuseWith([{ ...faultOfRefusal(saved), ...at }], saved.code === 'stale' ? 409 : 422);
}

function page(
  visit: ArticleVisit,
  article: EditableArticle,
  { form, status }: { form: FormState; status: 200 | 409 | 422 },
): Response {
  const filled = Object.keys(form.values).filter((name) => name.startsWith('name-')).length;
  const rows = Math.min(mostRows, Math.max(filled, article.writers.length + blanks));
  const done = visit.c.req.query('done') === 'saved';
  const view = { article, stage: visit.stage, form, rows, done };
  return show(visit, <BylinesPage desk={visit.desk} view={view} />, status);
}

function valuesOf({ writers, updatedAt }: EditableArticle): Record<string, string> {
  const rows: (NamedWriter | null)[] = [...writers, ...Array<null>(blanks).fill(null)];
  const values = rows.flatMap((writer, index) => [
    [`number-${index}`, String(index + 1)],
    [`name-${index}`, writer?.name ?? ''],
    [`kind-${index}`, writer && writer.guest === null ? 'plain' : 'guest'],
    [`note-${index}`, writer?.guest?.note ?? ''],
    [`url-${index}`, writer?.guest?.url ?? ''],
  ]);
  return { ...Object.fromEntries(values), updatedAt };
}
