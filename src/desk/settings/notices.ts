import type { SettingGroup, SettingKey, Settings } from '../../publication/settings.ts';
import type { Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { countScheduled } from './queries.ts';

const privacyTexts = ['privacy-note', 'page.privacy'] as const satisfies SettingKey[];

/** What whoever changes these settings should know of everything else. */
export async function noticesFor(visit: Visit, group: SettingGroup, stored: Settings): Promise<string[]> {
  const { settings: say } = deskWordingFor(visit.publication.locale);
  if (group === 'publication') {
    const scheduled = await countScheduled(visit.site.store.read);
    return scheduled > 0 ? [say.scheduled(scheduled)] : [];
  }
  if (group !== 'privacy') return [];
  const days = stored['retention.addresses'];
  const silent = privacyTexts.filter((key) => !new RegExp(`\\b${days}\\b`).test(stored[key]));
  return silent.map((key) => say.daysNotTold(say.labels[key], days));
}
