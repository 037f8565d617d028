import { changeMenu, menuMark } from '../../publication/menu/change-menu.ts';
import { type MenuEntryInput, menuEntryInput } from '../../publication/menu/menu.ts';
import { menuEntries } from '../../publication/menu/queries.ts';
import { staticPages } from '../../publication/static-pages/queries.ts';
import { staticPagePath } from '../../publication/static-pages/static-page.ts';
import type { DeskRoute } from '../desk-route.ts';
import { faultOfRefusal, faultsOfForm } from '../frame/form-faults.ts';
import type { FormFault } from '../frame/form-field.tsx';
import { actingAs, field, seeOther, show, type Visit } from '../visit.ts';
import { MenuPage, type MenuRow, type MenuView, menuPath } from './menu-page.tsx';

const verb = 'menu.manage';
const blanks = 3;
const mostRows = 23;

/** The menu: one form for all of it. */
export const menuRoutes: DeskRoute[] = [
  { method: 'GET', path: menuPath, verb, answer: showMenu },
  { method: 'POST', path: menuPath, verb, answer: sendMenu },
];

async function showMenu(visit: Visit): Promise<Response> {
  const entries = await menuEntries(visit.site.store.read);
  const rows = entries.map(({ place, label, target, path }) => ({ place, label, target: path ?? target.id }));
  const done = visit.c.req.query('done') === 'saved';
  return page(visit, { rows: withBlanks(rows), seen: menuMark(entries), faults: [], done }, 200);
}

async function page(
  visit: Visit,
  view: Omit<MenuView, 'suggestions'>,
  status: 200 | 409 | 422,
): Promise<Response> {
  const suggestions = (await staticPages(visit.site.store.read)).map(({ slug }) => staticPagePath(slug));
  return show(visit, <MenuPage desk={visit.desk} view={{ ...view, suggestions }} />, status);
}

/** Rows in the order of their numbers, with empty ones behind for what is new. */
function withBlanks(rows: Omit<MenuRow, 'number'>[]): MenuRow[] {
  const empty = Array.from({ length: blanks }, () => ({ place: 'masthead', label: '', target: '' }));
  return [...rows, ...empty].map((row, index) => ({ ...row, number: String(index + 1) }));
}

async function sendMenu(visit: Visit): Promise<Response> {
  const rows = rowsOf(visit);
  const seen = field(visit.form, 'seen');
  const filled = rows
    .map((row, index) => ({ ...row, index }))
    .filter(({ label, target }) => label.trim() !== '' || target.trim() !== '')
    .sort((a, b) => orderOf(a.number) - orderOf(b.number));
  const entries: MenuEntryInput[] = [];
  const faults: FormFault[] = [];
  for (const { index, ...row } of filled) {
    const parsed = menuEntryInput.safeParse(row);
    if (parsed.success) entries.push(parsed.data);
    else
      faults.push(
        ...faultsOfForm(parsed.error).map((fault) => ({ ...fault, field: `${fault.field}-${index}` })),
      );
  }
  if (faults.length > 0) return page(visit, { rows, seen, faults, done: false }, 422);
  const changed = await changeMenu(visit.site, actingAs(visit), { entries, seen });
  if (changed.ok) return seeOther(visit, `${menuPath}?done=saved`);
  const at = /^target-(\d+)$/.exec(changed.field ?? '')?.[1];
  const fault =
    at === undefined
      ? faultOfRefusal(changed)
      : { ...faultOfRefusal(changed), field: `target-${filled[Number(at)]?.index}` };
  return page(visit, { rows, seen, faults: [fault], done: false }, changed.code === 'stale' ? 409 : 422);
}

/** What is no number goes behind all that are. */
function orderOf(number: string): number {
  const value = Number(number.trim().replace(',', '.') || Number.NaN);
  return Number.isFinite(value) ? value : Number.MAX_SAFE_INTEGER;
}

function rowsOf({ form }: Visit): MenuRow[] {
  const rows: MenuRow[] = [];
  for (let index = 0; index < mostRows && form.fields.has(`label-${index}`); index += 1)
    rows.push({
      number: field(form, `number-${index}`),
      label: field(form, `label-${index}`),
      target: field(form, `target-${index}`),
      place: field(form, `place-${index}`),
    });
  return rows;
}
