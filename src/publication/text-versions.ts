import type { SettingKey, Settings } from './settings.ts';

/** The texts that readers were promised something by: each of their wordings is kept and dated. */
export const versionedKeys = ['rules', 'page.rules', 'page.about', 'privacy-note', 'page.privacy'] as const;
export type VersionedKey = (typeof versionedKeys)[number];

/** Whether every wording of a setting is kept. */
export function isVersioned(key: SettingKey): key is VersionedKey {
  return (versionedKeys as readonly SettingKey[]).includes(key);
}

/** The publication's own pages, and the texts that each is made of. */
export const documents = {
  about: ['page.about'],
  rules: ['rules', 'page.rules'],
  privacy: ['page.privacy', 'privacy-note'],
} as const satisfies Record<string, readonly VersionedKey[]>;
export type DocumentName = keyof typeof documents;

/** One wording of one text; `since` is a UTC time, null where it is not known from when. */
export type TextVersion = { key: VersionedKey; number: number; text: string; since: string | null };

/** One wording of a page: from when, until when (null while it is in force), and the texts that it is made of. */
export type DocumentVersion = {
  number: number;
  since: string | null;
  until: string | null;
  texts: Partial<Record<VersionedKey, string>>;
};

/**
 * The wordings of a page, oldest first, numbered from 1: one for each moment at which one of its texts changed. The
 * last is the one in force. A text of which no wording was kept reads as it does now.
 */
export function documentVersions(
  keys: readonly VersionedKey[],
  kept: readonly TextVersion[],
  now: Settings,
): DocumentVersion[] {
  const moments = [...new Set(kept.map(({ since }) => since ?? ''))].sort();
  const drafts = (moments.length === 0 ? [''] : moments).map((since) => ({
    since: since === '' ? null : since,
    texts: Object.fromEntries(keys.map((key) => [key, textAt(kept, { key, at: since }) ?? now[key]])),
  }));
  const distinct = drafts.filter(({ texts }, index) => !isSame(texts, drafts[index - 1]?.texts, keys));
  return distinct.map((draft, index) => ({
    ...draft,
    since: draft.since ?? sinceOfSame(draft.texts, drafts, keys),
    number: index + 1,
    until: distinct[index + 1]?.since ?? null,
  }));
}

/** Where it is not known from when a wording was in force, the moment that is known of the same wording. */
function sinceOfSame(
  texts: Texts,
  drafts: { since: string | null; texts: Texts }[],
  keys: readonly VersionedKey[],
): string | null {
  const next = drafts[1];
  return next && isSame(texts, next.texts, keys) ? next.since : null;
}

type Texts = Partial<Record<VersionedKey, string>>;

function isSame(texts: Texts, before: Texts | undefined, keys: readonly VersionedKey[]): boolean {
  return before !== undefined && keys.every((key) => texts[key] === before[key]);
}

/** How a text read at a UTC time: before its first wording, as in that one. Null where no wording was kept. */
export function textAt(
  kept: readonly TextVersion[],
  { key, at }: { key: VersionedKey; at: string },
): string | null {
  const ofKey = kept.filter((version) => version.key === key).sort((a, b) => a.number - b.number);
  const found = ofKey.findLast(({ since }) => since === null || since <= at) ?? ofKey[0];
  return found?.text ?? null;
}
