import { attributeArticle } from '../../articles/attributions/attribute-article.ts';
import {
  type Attribution,
  attributionInput,
  mostReplies,
  mostSources,
} from '../../articles/attributions/attribution.ts';
import { attributionOf } from '../../articles/attributions/queries.ts';
import { readEditable } from '../../articles/queries.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { faultOfRefusal } from '../frame/form-faults.ts';
import type { FormFault, FormState } from '../frame/form-field.tsx';
import { type ArticleVisit, actingAs, field, idPattern, seeOther, show } from '../visit.ts';
import { AttributionsPage } from './attributions-page.tsx';

const path = `/desk/articles/:id{${idPattern}}/sources/`;

/** How an article's author knows: classes of source, never who a source is. */
export const attributionRoutes: DeskRoute[] = [
  { method: 'GET', path, verb: 'article.read', answer: (visit) => again(visit, null, 200) },
  { method: 'POST', path, verb: 'article.attribute', answer: sendAttribution },
];

const sourceFields = ['class', 'count', 'note'] as const;
const replyFields = ['named', 'came', 'asked'] as const;

async function sendAttribution(visit: ArticleVisit): Promise<Response> {
  const values = Object.fromEntries(
    [...visit.form.fields.keys()].map((name) => [name, field(visit.form, name)]),
  );
  const lines = linesIn(values);
  const parsed = attributionInput.safeParse({
    sources: lines.sources.map(({ values: line }) => line),
    replies: lines.replies.map(({ values: line }) => line),
  });
  const refuseWith = (faults: FormFault[], status: 409 | 422) =>
    again(visit, { prefix: 'f', values, faults }, status);
  if (!parsed.success || visit.form.fault !== null) {
    const own = visit.form.fault === null ? [] : [{ field: null, sentence: visit.form.fault }];
    const faults = (parsed.error?.issues ?? []).map(({ path: at, message }) => ({
      field: fieldAt(lines, at),
      sentence: message,
    }));
    return refuseWith([...own, ...faults], 422);
  }
  const version = /^\d{1,6}$/.test(values.version ?? '') ? Number(values.version) : 0;
  const saved = await attributeArticle(visit.site, actingAs(visit), {
    id: visit.id,
    version,
    attribution: parsed.data,
  });
  if (!saved.ok)
    return refuseWith([faultOfRefusal(saved)], ['stale', 'needs-reader'].includes(saved.code) ? 409 : 422);
  return seeOther(visit, `/desk/articles/${visit.id}/sources/?done=saved`);
}

type Line = { row: number; values: Record<string, string> };
type Lines = { sources: Line[]; replies: Line[] };

/** The lines in which something was chosen or typed. */
function linesIn(values: Record<string, string>): Lines {
  const read = (kind: string, names: readonly string[], most: number): Line[] =>
    Array.from({ length: most }, (_, row) => ({
      row,
      values: Object.fromEntries(names.map((name) => [name, values[`${kind}-${row}-${name}`] ?? ''])),
    }));
  return {
    sources: read('source', sourceFields, mostSources).filter(
      ({ values: line }) => line.class !== '' || line.note !== '',
    ),
    replies: read('reply', replyFields, mostReplies).filter(({ values: line }) => line.named?.trim() !== ''),
  };
}

/** The field that an issue is about, by the line in which it was typed. */
function fieldAt({ sources, replies }: Lines, [list, index, name]: PropertyKey[]): string | null {
  const lines = list === 'sources' ? sources : replies;
  const line = typeof index === 'number' ? lines[index] : undefined;
  if (!line || typeof name !== 'string') return null;
  return `${list === 'sources' ? 'source' : 'reply'}-${line.row}-${name}`;
}

async function again(
  visit: ArticleVisit,
  refused: FormState | null,
  status: 200 | 409 | 422,
): Promise<Response> {
  const db = visit.site.store.read;
  const article = await readEditable(db, visit.id);
  if (article === null) return missing(visit);
  const stored = await attributionOf(db, visit.id);
  const form = refused ?? { prefix: 'f', values: valuesOf(stored), faults: [] };
  const done = visit.c.req.query('done') ?? null;
  return show(
    visit,
    <AttributionsPage desk={visit.desk} view={{ article, stage: visit.stage, form, done }} />,
    status,
  );
}

function valuesOf(stored: { version: number; attribution: Attribution } | null): Record<string, string> {
  const values: Record<string, string> = { version: String(stored?.version ?? 0) };
  for (const [row, source] of (stored?.attribution.sources ?? []).entries())
    for (const name of sourceFields) values[`source-${row}-${name}`] = String(source[name]);
  for (const [row, reply] of (stored?.attribution.replies ?? []).entries())
    for (const name of replyFields) values[`reply-${row}-${name}`] = reply[name];
  return values;
}
