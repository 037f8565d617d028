import { digestOf, type SettingFault } from '../../publication/change-settings.ts';
import {
  isSettingKey,
  keysOf,
  type SettingGroup,
  type SettingKey,
  type Settings,
} from '../../publication/settings.ts';
import { type GeneralVerb, may, type Role } from '../../staff/permissions.ts';
import type { Form } from '../../web/body.ts';
import { field } from '../visit.ts';

/** The pages of settings in their order, each with what it takes to change it. */
export const groupVerbs = {
  publication: 'setting.change',
  responses: 'setting.change',
  filters: 'setting.change',
  complaints: 'setting.change',
  pictures: 'setting.change',
  texts: 'setting.change',
  look: 'setting.change',
  css: 'setting.change-owned',
  mail: 'setting.change-owned',
  links: 'setting.change-owned',
  outside: 'setting.change-owned',
  privacy: 'setting.change-owned',
} as const satisfies Record<SettingGroup, GeneralVerb>;
export const groups = Object.keys(groupVerbs) as SettingGroup[];

/** The pages that a role may open. */
export function groupsFor(role: Role): SettingGroup[] {
  return groups.filter((group) => may(role, groupVerbs[group]));
}

/** The address of a page of settings. */
export function groupPath(group: SettingGroup): string {
  return `/desk/settings/${group}/`;
}

/** A page of settings as it is shown: as stored, or as typed and refused. */
export type SettingsFormView = {
  group: SettingGroup;
  values: ReadonlyMap<SettingKey, string>;
  /** What is stored, where that is another value than the one in the field. */
  stored: Settings;
  seen: ReadonlyMap<SettingKey, string>;
  faults: SettingFault[];
  /** What was wrong with how the form came. */
  fault: string | null;
  /** Somebody else changed a setting that was changed here too. */
  stale: boolean;
  /** What was done just now. */
  done: 'saved' | 'same' | null;
  notices: string[];
  /** It was not saved, only looked at. */
  previewed: boolean;
};

/** What is typed in each field of a group; a field that was not sent counts as left alone. */
export function readSettingsForm(form: Form, group: SettingGroup) {
  const keys = keysOf(group).filter((key) => form.fields.has(key));
  return {
    values: new Map(keys.map((key) => [key, field(form, key)])),
    seen: readSeen(field(form, 'seen')),
  };
}

/** A group as it is stored. */
export function storedForm(all: Settings, group: SettingGroup) {
  const keys = keysOf(group);
  return {
    values: new Map(keys.map((key) => [key, all[key]])),
    seen: new Map(keys.map((key) => [key, digestOf(all[key])])),
  };
}

/** What the form remembers of its settings, as one hidden field. */
export function writeSeen(seen: ReadonlyMap<SettingKey, string>): string {
  return [...seen].map(([key, digest]) => `${key}:${digest}`).join(' ');
}

function readSeen(text: string): Map<SettingKey, string> {
  const pairs = text.split(' ').map((pair) => pair.split(':', 2));
  return new Map(
    pairs.flatMap(([key = '', digest = '']) => (isSettingKey(key) ? [[key, digest] as const] : [])),
  );
}
