import * as z from 'zod';
import { foldSpace } from '../../lib/fold-text.ts';

/** Where entries of the menu stand on every page for readers. */
export const menuPlaces = ['masthead', 'foot'] as const;
export type MenuPlace = (typeof menuPlaces)[number];

/** An entry as readers see it. */
export type MenuLink = { label: string; path: string };

/** What stands in each place; where there is nothing, the links that come with the program do. */
export type Menu = Record<MenuPlace, MenuLink[]>;

export const emptyMenu: Menu = { masthead: [], foot: [] };

/** The lists and pages of the program itself that an entry may lead to. */
export const builtInPaths: readonly string[] = [
  ...['/', '/archive/', '/tags/', '/corrections/', '/record/', '/search', '/about/', '/rules/', '/privacy/'],
  ...['/feed/', '/comments/feed/'],
];

export const mostEntries = 20;

/** An entry as it is typed: a row of the form. `target` is an address here or of another host. */
export const menuEntryInput = z.object({
  place: z.enum(menuPlaces, 'An entry stands in the masthead or at the foot: choose one of the two.'),
  label: z
    .string()
    .transform(foldSpace)
    .pipe(
      z
        .string()
        .min(1, 'Give the entry a label, or empty its address too: then it goes.')
        .max(40, 'The label is longer than 40 characters: shorten it.'),
    ),
  target: z
    .string()
    .transform((text) => text.trim())
    .pipe(
      z
        .string()
        .min(1, 'Say where the entry leads, or empty its label too: then it goes.')
        .max(500, 'The address is longer than 500 characters.'),
    ),
});
export type MenuEntryInput = z.infer<typeof menuEntryInput>;

/** Where an entry leads: a page, a tag or a series by its id, so that it follows when that moves; or an address as it is. */
export type MenuTarget = { kind: 'page' | 'tag' | 'series' | 'list' | 'outside'; id: string };

/** The whole address of another host, or null: https only, no name or password in it. */
export function outsideAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, username, password, href } = new URL(text);
  return protocol === 'https:' && username === '' && password === '' ? href : null;
}
