import { settingsIn } from '../publication/queries.ts';
import type { Settings } from '../publication/settings.ts';
import { type VersionedKey, versionedKeys } from '../publication/text-versions.ts';
import { commit } from '../record/entry.ts';
import { settingEntries } from '../record/queries.ts';
import { type Audit, report } from './audit.ts';

/**
 * Holds the publication's rules and promises against the record: every kept wording is one that an entry commits
 * to, none is left out, and what readers see is the last of them.
 */
export async function verifyTexts(audit: Audit): Promise<void> {
  const now = await settingsIn(audit.db);
  for (const key of versionedKeys) {
    const wrong = await wrongIn(audit, key, now);
    if (wrong) report(audit, `The text ${key} ${wrong}.`);
  }
}

async function wrongIn({ db }: Audit, key: VersionedKey, now: Settings): Promise<string | null> {
  const kept = await db
    .selectFrom('text_versions')
    .select(['number', 'text', 'salt', 'since'])
    .where('key', '=', key)
    .orderBy('number')
    .execute();
  const entries = await settingEntries(db, key);
  if (kept.length === 0) return null; // set before wordings were kept, or never
  const gap = kept.findIndex(({ number }, index) => number !== index + 1);
  if (gap >= 0) return `has lost its wording ${gap + 1}`;
  const committed = kept.filter(({ salt }) => salt !== null);
  const newest = entries.slice(entries.length - committed.length);
  if (newest.length < committed.length) return 'has more wordings than entries';
  for (const [index, { number, text, salt, since }] of committed.entries()) {
    const entry = newest[index];
    if (entry?.words !== commit(salt ?? '', text)) return `has a wording ${number} that no entry commits to`;
    if (entry.at !== since) return `has a wording ${number} of another day than its entry`;
  }
  return kept.at(-1)?.text === now[key] ? null : 'does not read as its last wording does';
}
