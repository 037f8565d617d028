import { readSeries } from '../../articles/series/queries.ts';
import { changeSeries, makeSeries } from '../../articles/series/save-series.ts';
import { type Series, seriesInput, seriesMark, seriesPath } from '../../articles/series/series.ts';
import type { Refusal } from '../../lib/refusal.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { faultOfRefusal, faultsOfForm } from '../frame/form-faults.ts';
import type { FormFault } from '../frame/form-field.tsx';
import { actingAs, field, idPattern, pathId, queryNumber, seeOther, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { articleMeant, countDeskSeries, deskSeries, formerSeriesSlugs, partRows } from './queries.ts';
import { SeriesListPage } from './series-list-page.tsx';
import { OneSeriesPage, type OneSeriesView, seriesListPath } from './series-page.tsx';

const perPage = 100;
const verb = 'series.manage';
const fresh = `${seriesListPath}new/`;
const one = `${seriesListPath}:id{${idPattern}}/`;

/** Series: their list, and a form for each. */
export const seriesRoutes: DeskRoute[] = [
  { method: 'GET', path: seriesListPath, verb, answer: showList },
  { method: 'GET', path: fresh, verb, answer: (visit) => showNew(visit, { values: {}, faults: [] }, 200) },
  { method: 'POST', path: fresh, verb, answer: sendNew },
  { method: 'GET', path: one, verb, answer: showSeries },
  { method: 'POST', path: one, verb, answer: sendSeries },
];

type Typed = { values: Readonly<Record<string, string>>; faults: FormFault[] };
type Status = 200 | 409 | 422;

async function showList(visit: Visit): Promise<Response> {
  const db = visit.site.store.read;
  const pages = Math.max(1, Math.ceil((await countDeskSeries(db)) / perPage));
  const page = Math.min(queryNumber(visit, 'page') ?? 1, pages);
  const series = await deskSeries(db, { limit: perPage, offset: (page - 1) * perPage });
  return show(visit, <SeriesListPage desk={visit.desk} view={{ series, page, pages }} />);
}

function showNew(visit: Visit, typed: Typed, status: Status): Response {
  const view: OneSeriesView = {
    series: null,
    form: { prefix: 'f', ...typed },
    parts: [],
    seen: '',
    done: false,
  };
  return show(visit, <OneSeriesPage desk={visit.desk} view={view} />, status);
}

async function sendNew(visit: Visit): Promise<Response> {
  const { values, input, faults } = readWords(visit);
  if (!input) return showNew(visit, { values, faults }, 422);
  const made = await makeSeries(visit.site, actingAs(visit), input);
  if (made.ok) return seeOther(visit, `${seriesListPath}${made.value.id}/?done=saved`);
  return showNew(visit, { values, faults: [faultOfRefusal(made)] }, statusOf(made));
}

async function showSeries(visit: Visit): Promise<Response> {
  const series = await readSeries(visit.site.store.read, { id: pathId(visit) });
  if (series === null) return missing(visit);
  const { title, slug, introduction } = series;
  const numbers = series.parts.map((_, index) => [`number-${index}`, String(index + 1)]);
  const values = { title, slug, introduction, ...Object.fromEntries(numbers) };
  const view = { typed: { values, faults: [] }, parts: series.parts, seen: seriesMark(series) };
  return page(visit, series, { ...view, status: 200 });
}

type Shown = { typed: Typed; parts: string[]; seen: string; status: Status };

async function page(visit: Visit, series: Series, { typed, parts, seen, status }: Shown): Promise<Response> {
  const db = visit.site.store.read;
  const former = await formerSeriesSlugs(db, series.id);
  const rows = await partRows(db, parts);
  const view: OneSeriesView = {
    series: {
      ...{ id: series.id, title: series.title, path: seriesPath(series.slug) },
      formerPaths: former.map(seriesPath),
      isSeen: (await partRows(db, series.parts)).some(({ isSeen }) => isSeen),
    },
    form: { prefix: 'f', ...typed },
    ...{ parts: rows, seen, done: visit.c.req.query('done') === 'saved' && status === 200 },
  };
  return show(visit, <OneSeriesPage desk={visit.desk} view={view} />, status);
}

async function sendSeries(visit: Visit): Promise<Response> {
  const series = await readSeries(visit.site.store.read, { id: pathId(visit) });
  if (series === null) return missing(visit);
  const { values, input, faults } = readWords(visit);
  const seen = values.seen ?? '';
  const shown = partsAsShown(visit);
  const refuseWith = (all: FormFault[], status: Status) =>
    page(visit, series, { typed: { values, faults: all }, parts: shown.map(({ id }) => id), seen, status });
  const added = await addedPart(visit);
  const { series: say } = deskWordingFor(visit.publication.locale);
  if (added === 'none') faults.push({ field: 'add', sentence: say.noArticle });
  if (!input || faults.length > 0) return refuseWith(faults, 422);
  const kept = shown
    .filter(({ number }) => number.trim() !== '')
    .sort((a, b) => orderOf(a.number) - orderOf(b.number))
    .map(({ id }) => id);
  const parts = added === null || kept.includes(added) ? kept : [...kept, added];
  const saved = await changeSeries(visit.site, actingAs(visit), { id: series.id, input, parts, seen });
  if (saved.ok) return seeOther(visit, `${seriesListPath}${series.id}/?done=saved`);
  return refuseWith([faultOfRefusal(saved)], statusOf(saved));
}

function readWords(visit: Visit) {
  const values = Object.fromEntries(
    [...visit.form.fields.keys()].map((name) => [name, field(visit.form, name)]),
  );
  const parsed = seriesInput.safeParse({
    ...{ title: values.title ?? '', slug: values.slug ?? '', introduction: values.introduction ?? '' },
  });
  const faults = parsed.success ? [] : faultsOfForm(parsed.error);
  if (visit.form.fault !== null) faults.unshift({ field: null, sentence: visit.form.fault });
  return { values, input: faults.length === 0 ? parsed.data : undefined, faults };
}

function partsAsShown({ form }: Visit): { id: string; number: string }[] {
  const parts: { id: string; number: string }[] = [];
  for (let index = 0; form.fields.has(`part-${index}`); index += 1)
    parts.push({ id: field(form, `part-${index}`), number: field(form, `number-${index}`) });
  return parts;
}

/** The id of the article whose address was typed; `none` where none is there, null where nothing was typed. */
async function addedPart({ site, form }: Visit): Promise<string | 'none' | null> {
  const typed = field(form, 'add').trim();
  if (typed === '') return null;
  const path = URL.canParse(typed, site.config.url) ? new URL(typed, site.config.url).pathname : '';
  return (await articleMeant(site.store.read, path.endsWith('/') ? path : `${path}/`)) ?? 'none';
}

/** What is no number goes behind all that are. */
function orderOf(number: string): number {
  const value = Number(number.trim().replace(',', '.') || Number.NaN);
  return Number.isFinite(value) ? value : Number.MAX_SAFE_INTEGER;
}

function statusOf({ code }: Refusal): 409 | 422 {
  return ['stale', 'slug-taken', 'in-other-series'].includes(code) ? 409 : 422;
}
