import { newSecret } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import type { Actor } from '../record/entry.ts';
import type { Site } from '../site.ts';
import { isSettingKey, settings } from './settings.ts';

/**
 * Sets one of the publication's settings, checked, and enters it in the record (publicly where readers see its
 * effect). Refusals: `unknown-setting`, `bad-value`.
 */
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
  const checked = settings[key].shape.safeParse(value);
  if (!checked.success)
    return refuse(
      'bad-value',
      `The setting ${key} ${checked.error.issues[0]?.message ?? 'cannot be that'}; “${value}” was not taken.`,
      key,
    );
  await site.store.write(async (tx) => {
    await tx
      .insertInto('settings')
      .values({ key, value: checked.data })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: checked.data }))
      .execute();
    await appendEntry(site, tx, {
      action: 'setting.change',
      by,
      subject: { type: 'setting', id: key },
      visibility: settings[key].public ? 'public' : 'private',
      words: { salt: newSecret(site.random), text: checked.data },
    });
  });
  return done({ key, value: checked.data });
}
