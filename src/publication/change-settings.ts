import { newSecret, sha256 } from '../lib/ids.ts';
import { appendEntry } from '../record/append.ts';
import type { Actor } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { keepWording } from './keep-text.ts';
import { lookFaults } from './look.ts';
import { settingsIn, storedKeys } from './queries.ts';
import { type SettingKey, type Settings, settings } from './settings.ts';
import { isVersioned } from './text-versions.ts';

/** What is wrong with a setting: “must not be empty” goes behind its name. */
export type SettingFault = { key: SettingKey; problem: string };

/** What was typed, and (from a form) a digest of what each setting was when the form was opened. */
export type SettingChange = {
  values: ReadonlyMap<SettingKey, string>;
  seen: ReadonlyMap<SettingKey, string> | null;
};

export type SettingsOutcome =
  | { ok: true; value: Map<SettingKey, string> }
  | { ok: false; code: 'bad-value' | 'stale'; faults: SettingFault[] };

/** What a form remembers of a setting that it shows. */
export function digestOf(value: string): string {
  return sha256(value).slice(0, 16);
}

/**
 * Sets settings, all or none, each checked, and enters each that changed in the record (publicly where readers see
 * its effect). From a form, what its writer left as it was is left alone, and what somebody else changed meanwhile
 * is not overwritten. Answers what changed. Refusals, with every fault at once: `bad-value`, `stale`.
 */
export async function changeSettings(
  site: Site,
  by: Actor,
  { values, seen }: SettingChange,
): Promise<SettingsOutcome> {
  const checked = check(values);
  if (checked.faults.length > 0) return { ok: false, code: 'bad-value', faults: checked.faults };
  return site.store.write(async (tx): Promise<SettingsOutcome> => {
    await site.store.lockRecord(tx); // two forms sent at once come one after the other
    const now = await settingsIn(tx);
    const changed =
      seen === null
        ? fresh(checked.values, now, await storedKeys(tx))
        : touched(checked.values, { seen, now });
    const stale = seen === null ? [] : clashes(changed, { seen, now });
    if (stale.length > 0) return { ok: false, code: 'stale', faults: stale };
    const unfit = [...together(changed, now), ...(await missingLogo(tx, changed.get('look.logo') ?? ''))];
    if (unfit.length > 0) return { ok: false, code: 'bad-value', faults: unfit };
    for (const [key, value] of changed) await store(site, tx, { by, key, value, before: now[key] });
    return { ok: true, value: changed };
  });
}

function check(values: ReadonlyMap<SettingKey, string>) {
  const faults: SettingFault[] = [];
  const good = new Map<SettingKey, string>();
  for (const [key, value] of values) {
    const parsed = settings[key].shape.safeParse(value);
    if (parsed.success) good.set(key, parsed.data);
    else faults.push({ key, problem: parsed.error.issues[0]?.message ?? 'cannot be that' });
  }
  return { values: good, faults };
}

/** What is not stored already. */
function fresh(
  values: Map<SettingKey, string>,
  now: Settings,
  kept: Set<SettingKey>,
): Map<SettingKey, string> {
  return new Map([...values].filter(([key, value]) => value !== now[key] || !kept.has(key)));
}

/** What settings must be beside one another: colours must be readable on each other. */
function together(changed: Map<SettingKey, string>, now: Settings): SettingFault[] {
  if (![...changed.keys()].some((key) => key.startsWith('look.'))) return [];
  return lookFaults({ ...now, ...Object.fromEntries(changed) });
}

/** The logo is a picture of the library, whose row is locked: nobody deletes it before this is committed. */
async function missingLogo(tx: Db, id: string): Promise<SettingFault[]> {
  if (id === '') return [];
  const there = await tx
    .updateTable('pictures')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('id', '=', id)
    .returning('id')
    .execute();
  const problem = 'is not a picture of the library: open the picture there and copy its address';
  return there.length > 0 ? [] : [{ key: 'look.logo', problem }];
}

type Standing = { seen: ReadonlyMap<SettingKey, string>; now: Settings };

/** What the form's writer changed, and is not so already. */
function touched(values: Map<SettingKey, string>, { seen, now }: Standing): Map<SettingKey, string> {
  return new Map(
    [...values].filter(([key, value]) => digestOf(value) !== seen.get(key) && value !== now[key]),
  );
}

function clashes(changed: Map<SettingKey, string>, { seen, now }: Standing): SettingFault[] {
  const others = [...changed.keys()].filter((key) => digestOf(now[key]) !== seen.get(key));
  return others.map((key) => ({
    key,
    problem: 'was changed by somebody else while this form was open',
  }));
}

type Stored = { by: Actor; key: SettingKey; value: string; before: string };

async function store(site: Site, tx: Db, { by, key, value, before }: Stored): Promise<void> {
  const salt = newSecret(site.random);
  const at = site.clock.now().toISOString();
  await tx
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
  if (isVersioned(key)) await keepWording(tx, { key, before, text: value, salt, since: at, byRole: by.role });
  await appendEntry(site, tx, {
    ...{ action: 'setting.change', by, at },
    subject: { type: 'setting', id: key },
    visibility: settings[key].public ? 'public' : 'private',
    words: { salt, text: value },
  });
}
