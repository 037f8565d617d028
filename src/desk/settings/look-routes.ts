import { readingsOf, type Scheme } from '../../lib/palette.ts';
import { coloursOf, previewSheet } from '../../publication/look.ts';
import { settingsIn } from '../../publication/queries.ts';
import { keysOf, type SettingKey, type Settings } from '../../publication/settings.ts';
import type { DeskRoute } from '../desk-route.ts';
import type { Visit } from '../visit.ts';

export const previewPath = '/desk/settings/look/preview.css';

/** The preview's style sheet, of what is stored and over it what the address gives: nothing of it is saved. */
export const lookRoutes: DeskRoute[] = [
  { method: 'GET', path: previewPath, verb: 'setting.change', answer: sendPreviewSheet },
];

async function sendPreviewSheet({ c, site }: Visit): Promise<Response> {
  const stored = await settingsIn(site.store.read);
  const typed = keysOf('look').map((key) => [key, c.req.query(key) ?? stored[key]]);
  return c.body(previewSheet(Object.fromEntries(typed)), 200, { 'content-type': 'text/css; charset=utf-8' });
}

/** The address of the preview's style sheet for what is typed. */
export function previewHref(values: ReadonlyMap<SettingKey, string>): string {
  const short = [...values].map(([key, value]) => [key, value.trim().slice(0, 40)] as [string, string]);
  return `${previewPath}?${new URLSearchParams(short)}`;
}

/** How well each colour that is typed can be read. */
export function typedReadings(values: ReadonlyMap<SettingKey, string>) {
  const typed: Partial<Settings> = Object.fromEntries(values);
  const of = (scheme: Scheme) => readingsOf(scheme, coloursOf(scheme, typed));
  return { light: of('light'), dark: of('dark') };
}
