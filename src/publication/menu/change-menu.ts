import { sha256 } from '../../lib/ids.ts';
import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import { canonical } from '../../record/entry.ts';
import { keepChange } from '../../record/keep-change.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import type { Presser } from '../static-pages/save-page.ts';
import {
  builtInPaths,
  type MenuEntryInput,
  type MenuTarget,
  menuPlaces,
  mostEntries,
  outsideAddress,
} from './menu.ts';
import { type MenuEntry, menuEntries, targetAt } from './queries.ts';

/** The subject of the record's entries for the menu: there is one. */
const menuId = 'menu';

/** `seen` is the mark of the menu that its editor saw; `entries` stand in their new order. */
export type MenuChange = { entries: MenuEntryInput[]; seen: string };

/**
 * Sets the whole menu. Refusals: `stale`, `too-many`, `same`, and `no-target` with the field `target-N` of the Nth
 * entry, from 0.
 */
export async function changeMenu(
  site: Site,
  by: Presser,
  { entries, seen }: MenuChange,
): Promise<Outcome<null>> {
  if (entries.length > mostEntries)
    return refuse('too-many', `A menu has at most ${mostEntries} entries: take some away.`);
  return site.store.write(async (tx) => {
    await site.store.lockRecord(tx); // two forms sent at once come one after the other
    const before = await menuEntries(tx);
    const rows: Entry[] = [];
    for (const [index, { place, label, target }] of entries.entries()) {
      const found = await targetOf(site, tx, target);
      if (found === null) return refuse('no-target', nowhere(target), `target-${index}`);
      rows.push({ place, label, target: found });
    }
    const sorted = menuPlaces.flatMap((place) => rows.filter((row) => row.place === place));
    if (menuMark(before) === menuMark(sorted))
      return refuse('same', 'Nothing in it was changed: there is nothing to save.');
    if (menuMark(before) !== seen)
      return refuse('stale', 'Somebody changed the menu since you opened it: compare, then save again.');
    await tx.deleteFrom('menu_entries').execute();
    for (const [position, { place, label, target }] of sorted.entries())
      await tx
        .insertInto('menu_entries')
        .values({ place, position, label, target_kind: target.kind, target_id: target.id })
        .execute();
    const words = { entries: entryWords(sorted) };
    await keepChange(site, tx, { action: 'menu.change', type: 'menu', id: menuId, by, words });
    return done(null);
  });
}

type Entry = Pick<MenuEntry, 'place' | 'label' | 'target'>;

/** What the record's entry commits to, of each entry. */
export function entryWords(entries: Entry[]): Entry[] {
  return entries.map(({ place, label, target }) => ({ place, label, target }));
}

/** What tells one menu from another. */
export function menuMark(entries: Entry[]): string {
  return sha256(canonical(entryWords(entries))).slice(0, 16);
}

/** An address here is taken with or without the publication's own before it, and without its last slash. */
async function targetOf(site: Site, tx: Db, text: string): Promise<MenuTarget | null> {
  const own = text.startsWith(`${site.config.url}/`) ? text.slice(site.config.url.length) : text;
  if (!own.startsWith('/')) {
    const id = outsideAddress(own);
    return id === null ? null : { kind: 'outside', id };
  }
  const id = builtInPaths.find((path) => path === own || path === `${own}/`);
  return id === undefined ? targetAt(tx, own) : { kind: 'list', id };
}

function nowhere(target: string): string {
  return `“${target}” is no page, tag or list here, and no https address: look at it again.`;
}
