import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import type { PublicationView } from './publication-view.ts';
import { isSettingKey, type Settings, settings } from './settings.ts';

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
  };
}

export function rulesOf(all: Settings): string[] {
  return all.rules
    .split('\n')
    .map((rule) => rule.trim())
    .filter(Boolean);
}
