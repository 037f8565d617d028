import { lastChangeOf } from '../record/queries.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { lookSheet } from './look.ts';
import type { Menu } from './menu/menu.ts';
import { readMenu } from './menu/queries.ts';
import type { PublicationView } from './publication-view.ts';
import { isSettingKey, type SettingKey, type Settings, settings } from './settings.ts';
import {
  type DocumentName,
  type DocumentVersion,
  documents,
  documentVersions,
  type TextVersion,
  type VersionedKey,
} from './text-versions.ts';

const known = new WeakMap<Site, { version: number; settings: Settings }>();

/** The settings in force: read once for each state of the database. */
export async function readSettings(site: Site): Promise<Settings> {
  const version = site.store.version();
  const cached = known.get(site);
  if (cached?.version === version) return cached.settings;
  const read = await settingsIn(site.store.read);
  known.set(site, { version, settings: read });
  return read;
}

/** The settings as a transaction sees them. */
export async function settingsIn(db: Db): Promise<Settings> {
  const rows = await db.selectFrom('settings').select(['key', 'value']).execute();
  const defaults = Object.entries(settings).map(([key, setting]) => [key, setting.default]);
  const stored = rows.filter((row) => isSettingKey(row.key)).map((row) => [row.key, row.value]);
  return Object.fromEntries([...defaults, ...stored]) as Settings;
}

/** The settings of which a value is stored: the others are as they come. */
export async function storedKeys(db: Db): Promise<Set<SettingKey>> {
  const rows = await db.selectFrom('settings').select('key').execute();
  return new Set(rows.map(({ key }) => key).filter(isSettingKey));
}

/** The kept wordings of some texts. */
export async function textVersions(db: Db, keys: readonly VersionedKey[]): Promise<TextVersion[]> {
  const rows = await db
    .selectFrom('text_versions')
    .select(['key', 'number', 'text', 'since'])
    .where('key', 'in', [...keys])
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...row, key: row.key as VersionedKey }));
}

/** The wordings of one of the publication's own pages, oldest first; the last is in force. */
export async function readDocument(db: Db, name: DocumentName): Promise<DocumentVersion[]> {
  const keys = documents[name];
  const versions = documentVersions(keys, await textVersions(db, keys), await settingsIn(db));
  const [only, ...more] = versions;
  if (!only || more.length > 0 || only.since !== null) return versions;
  const changes = await Promise.all(keys.map((key) => lastChangeOf(db, key)));
  return [
    {
      ...only,
      since:
        changes
          .filter((at) => at !== null)
          .sort()
          .at(-1) ?? null,
    },
  ];
}

/** True where nothing was ever decided: a publication that `init` or the demo has not yet begun. */
export async function isUntouched(site: Site): Promise<boolean> {
  const row = await site.store.read.selectFrom('settings').select('key').limit(1).executeTakeFirst();
  return row === undefined;
}

/** What every page says of the publication. */
export async function readPublication(site: Site): Promise<PublicationView> {
  const all = await readSettings(site);
  return {
    title: all.title,
    tagline: all.tagline,
    place: all.place,
    url: site.config.url,
    locale: all.locale,
    timeZone: all['time-zone'],
    rules: rulesOf(all),
    privacyNote: all['privacy-note'],
    contact: all.contact,
    anonymous: all['comments.anonymous'] === 'yes',
    floods: all['comments.flood'] !== '0',
    look: lookSheet(all)?.href ?? null,
    menu: await menuOf(site),
    logo: all['look.logo'] === '' ? null : `/pictures/${all['look.logo']}`,
  };
}

const knownMenus = new WeakMap<Site, { version: number; menu: Menu }>();

/** The menu: read once for each state of the database. */
async function menuOf(site: Site): Promise<Menu> {
  const version = site.store.version();
  const cached = knownMenus.get(site);
  if (cached?.version === version) return cached.menu;
  const menu = await readMenu(site.store.read);
  knownMenus.set(site, { version, menu });
  return menu;
}

/** The rules for responses, in the order of their numbers. */
export function rulesOf({ rules }: Pick<Settings, 'rules'>): string[] {
  return linesOf(rules);
}

/** The lines of a text that are not empty. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
