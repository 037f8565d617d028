import { newId } from '../../lib/ids.ts';
import { readLimits } from '../../pictures/limits.ts';
import { countPictures, listPictures } from '../../pictures/queries.ts';
import type { DeskRoute } from '../desk-route.ts';
import { idPattern, queryNumber, show, type Visit } from '../visit.ts';
import { AddPage } from './add-page.tsx';
import { pictureJson, wantsJson } from './as-json.ts';
import { LibraryPage, type LibraryView } from './library-page.tsx';
import { noValues } from './picture-form.ts';
import { sendDeletion, sendReplacement } from './send-change.tsx';
import { sendDetails } from './send-details.tsx';
import { sendPicture } from './send-picture.tsx';
import { showPicture } from './show-picture.tsx';

const perPage = 48;
const all = '/desk/pictures/';
const one = `${all}:id{${idPattern}}/`;
const verb = 'picture.add';

/** The library of pictures: find, add, describe, replace, delete. */
export const pictureRoutes: DeskRoute[] = [
  { method: 'GET', path: all, verb, answer: showLibrary },
  { method: 'POST', path: all, verb, files: true, answer: sendPicture },
  { method: 'GET', path: `${all}new/`, verb, answer: showAdd },
  { method: 'GET', path: one, verb, answer: (visit) => showPicture(visit) },
  { method: 'POST', path: one, verb, answer: sendDetails },
  { method: 'POST', path: `${one}replace/`, verb: 'picture.change', files: true, answer: sendReplacement },
  { method: 'POST', path: `${one}delete/`, verb: 'picture.change', answer: sendDeletion },
];

async function showLibrary(visit: Visit): Promise<Response> {
  const db = visit.site.store.read;
  const query = (visit.c.req.query('q') ?? '').trim().slice(0, 200);
  const total = await countPictures(db, query);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(queryNumber(visit, 'page') ?? 1, pages);
  const pictures = await listPictures(db, { query, limit: perPage, offset: (page - 1) * perPage });
  const path = (number: number) => addressOf(query, number);
  if (wantsJson(visit))
    return visit.c.json({ items: pictures.map(pictureJson), next: page < pages ? path(page + 1) : null });
  const removed = visit.c.req.query('done') === 'removed';
  const view: LibraryView = { pictures, query, total, page, pages, path, removed };
  return show(visit, <LibraryPage desk={visit.desk} view={view} />);
}

function addressOf(query: string, page: number): string {
  const search = new URLSearchParams({
    ...(query === '' ? {} : { q: query }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return search.size === 0 ? all : `${all}?${search}`;
}

async function showAdd(visit: Visit): Promise<Response> {
  const { site, desk } = visit;
  const { bytes, pixels } = await readLimits(site);
  const limits = { megabytes: bytes / 1_000_000, megapixels: pixels / 1_000_000 };
  const form = { values: noValues, faults: [], limits };
  return show(visit, <AddPage desk={desk} form={form} newId={newId(site.clock, site.random)} />);
}
