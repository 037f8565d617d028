import { complaintSettings } from './settings/complaints.ts';
import { filterSettings } from './settings/filters.ts';
import { linkSettings } from './settings/links.ts';
import { cssSettings, lookSettings } from './settings/look.ts';
import { mailSettings } from './settings/mail.ts';
import { outsideSettings } from './settings/outside.ts';
import { pictureSettings } from './settings/pictures.ts';
import { privacySettings } from './settings/privacy.ts';
import { publicationSettings } from './settings/publication.ts';
import { responseSettings } from './settings/responses.ts';
import { textSettings } from './settings/texts.ts';

/** The settings by what they are about: the desk has a page for each. */
export const settingGroups = {
  publication: publicationSettings,
  responses: responseSettings,
  filters: filterSettings,
  complaints: complaintSettings,
  pictures: pictureSettings,
  links: linkSettings,
  outside: outsideSettings,
  texts: textSettings,
  look: lookSettings,
  css: cssSettings,
  mail: mailSettings,
  privacy: privacySettings,
} as const;

/** Every publication setting: what editors decide, kept in the database. The documentation is tested against it. */
export const settings = {
  ...settingGroups.publication,
  ...settingGroups.texts,
  ...settingGroups.privacy,
  ...settingGroups.responses,
  ...settingGroups.filters,
  ...settingGroups.complaints,
  ...settingGroups.pictures,
  ...settingGroups.links,
  ...settingGroups.outside,
  ...settingGroups.look,
  ...settingGroups.css,
  ...settingGroups.mail,
} as const;

export type SettingGroup = keyof typeof settingGroups;
export type SettingKey = keyof typeof settings;
export type Settings = Record<SettingKey, string>;

/** Whether a text is the key of a setting. */
export function isSettingKey(text: string): text is SettingKey {
  return Object.hasOwn(settings, text);
}

/** The settings of a group, in the order in which they are asked for. */
export function keysOf(group: SettingGroup): SettingKey[] {
  return Object.keys(settingGroups[group]) as SettingKey[];
}
