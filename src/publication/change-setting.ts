import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Actor } from '../record/entry.ts';
import type { Site } from '../site.ts';
import { changeSettings } from './change-settings.ts';
import { isSettingKey, settings } from './settings.ts';

/** Sets one of the publication's settings. Refusals: `unknown-setting`, `bad-value`. */
export async function changeSetting(
  site: Site,
  by: Actor,
  { key, value }: { key: string; value: string },
): Promise<Outcome<{ key: string; value: string }>> {
  if (!isSettingKey(key))
    return refuse(
      'unknown-setting',
      `There is no setting “${key}”. \`hustings setting\` lists them: ${Object.keys(settings).join(', ')}.`,
    );
  const changed = await changeSettings(site, by, { values: new Map([[key, value]]), seen: null });
  if (changed.ok) return done({ key, value: changed.value.get(key) ?? value });
  const sentences = changed.faults.map(
    (fault) => `The setting ${fault.key} ${fault.problem}; “${value}” was not taken.`,
  );
  return refuse('bad-value', sentences.join(' '), key);
}
