import { markdownToHtml } from '../../lib/markdown.ts';
import type { Outcome } from '../../lib/refusal.ts';
import { illustrate } from '../../pictures/expand-pictures.ts';
import { deskStaticPages, readStaticPage } from '../../publication/static-pages/queries.ts';
import {
  changePage,
  publishPage,
  restorePage,
  withdrawPage,
} from '../../publication/static-pages/save-page.ts';
import { pageInput } from '../../publication/static-pages/static-page.ts';
import { isTakenAddress } from '../../web/taken-addresses.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { faultOfRefusal, faultsOfForm } from '../frame/form-faults.ts';
import type { FormFault } from '../frame/form-field.tsx';
import { actingAs, field, idPattern, pathId, seeOther, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { OnePage, type OnePageView } from './one-page.tsx';
import { pagesPath, StaticPagesPage } from './static-pages-page.tsx';

const verb = 'page.manage';
const one = `${pagesPath}:id{${idPattern}}/`;
const fields = ['title', 'slug', 'source', 'note'];

/** The publication's own pages: their list, and the form in which each is written, withdrawn and put back. */
export const pageRoutes: DeskRoute[] = [
  { method: 'GET', path: pagesPath, verb, answer: showPages },
  { method: 'GET', path: `${pagesPath}new/`, verb, answer: (visit) => showOne(visit, {}) },
  { method: 'POST', path: `${pagesPath}new/`, verb, answer: (visit) => send(visit) },
  { method: 'GET', path: one, verb, answer: (visit) => showOne(visit, {}) },
  { method: 'POST', path: one, verb, answer: (visit) => send(visit) },
];

async function showPages(visit: Visit): Promise<Response> {
  const pages = await deskStaticPages(visit.site.store.read);
  return show(visit, <StaticPagesPage desk={visit.desk} pages={pages} />);
}

type Shown = { faults?: FormFault[]; preview?: OnePageView['preview'] };

/** The page's form: as it is stored, or with everything that was sent. */
async function showOne(
  visit: Visit,
  { faults = [], preview = null }: Shown,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const id = pathId(visit);
  const page = id === '' ? null : await readStaticPage(visit.site.store.read, { id });
  if (id !== '' && page === null) return missing(visit);
  const typed = fields.filter((name) => visit.form.fields.has(name));
  const values = {
    ...{ title: page?.title ?? '', slug: '', source: page?.source ?? '', note: '' },
    ...Object.fromEntries(typed.map((name) => [name, field(visit.form, name)])),
  };
  const view: OnePageView = {
    ...{ page, preview, form: { prefix: 'f', values, faults } },
    seen: field(visit.form, 'seen') || (page?.changedAt ?? ''),
    done: visit.c.req.query('done') ?? null,
  };
  return show(visit, <OnePage desk={visit.desk} view={view} />, status);
}

/** What the form's buttons do: save, preview, withdraw, put back. */
async function send(visit: Visit): Promise<Response> {
  const act = field(visit.form, 'do');
  const id = pathId(visit);
  if (act === 'withdraw' && id !== '') return withdraw(visit);
  if (act === 'restore' && id !== '')
    return answer(visit, await restorePage(visit.site, actingAs(visit), id), { id, word: 'restored' });
  const parsed = pageInput.safeParse({
    title: field(visit.form, 'title'),
    source: field(visit.form, 'source'),
  });
  const faults = parsed.success ? [] : faultsOfForm(parsed.error);
  if (visit.form.fault !== null) faults.unshift({ field: null, sentence: visit.form.fault });
  if (!parsed.success || faults.length > 0) return showOne(visit, { faults }, 422);
  const input = parsed.data;
  const { site } = visit;
  if (act === 'preview') {
    const { html } = await illustrate(site.store.read, markdownToHtml(input.source, 'article'));
    return showOne(visit, { preview: { title: input.title, html } });
  }
  const saved =
    id === ''
      ? await publishPage(site, actingAs(visit), {
          ...{ input, slug: field(visit.form, 'slug') },
          reserved: (slug) => isTakenAddress(site, slug),
        })
      : await changePage(site, actingAs(visit), { id, input, seen: field(visit.form, 'seen') });
  const made = saved.ok ? saved.value.id : id;
  return answer(visit, saved, { id: made, word: id === '' ? 'published' : 'changed' });
}

async function withdraw(visit: Visit): Promise<Response> {
  const note = field(visit.form, 'note').trim();
  const { pages: say } = deskWordingFor(visit.publication.locale);
  const why = note === '' ? say.noNote : note.length > 1000 ? say.longNote : null;
  if (why !== null) return showOne(visit, { faults: [{ field: 'note', sentence: why }] }, 422);
  const id = pathId(visit);
  return answer(visit, await withdrawPage(visit.site, actingAs(visit), { id, note }), {
    id,
    word: 'withdrawn',
  });
}

type Where = { id: string; word: string };

function answer(visit: Visit, outcome: Outcome<unknown>, { id, word }: Where): Promise<Response> | Response {
  if (outcome.ok) return seeOther(visit, `${pagesPath}${id}/?done=${word}`);
  const status = ['stale', 'withdrawn', 'not-withdrawn'].includes(outcome.code) ? 409 : 422;
  return showOne(visit, { faults: [faultOfRefusal(outcome)] }, status);
}
