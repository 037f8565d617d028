import { rulesOf } from '../publication/queries.ts';
import type { Settings } from '../publication/settings.ts';
import { type TextVersion, textAt } from '../publication/text-versions.ts';
import { reasonWords } from '../record/wording.ts';

/** Why something was removed: a code for the record, the rule as it reads, and a sentence to the writer. */
export type Reason = { code: string; label: string; sentence: string | null };

/** The reasons a moderator may choose from: the publication's numbered rules, then two that always apply. */
export function reasonsOf(settings: Pick<Settings, 'rules'>): { code: string; label: string }[] {
  const rules = rulesOf(settings).map((rule, index) => ({
    code: `rule-${index + 1}`,
    label: `Rule ${index + 1}: ${rule}`,
  }));
  return [
    ...rules,
    { code: 'legal', label: 'For a legal reason' },
    { code: 'other', label: 'Another reason' },
  ];
}

/** The reasons for which words or a name are erased at the desk. */
export const erasureReasons = [
  'asked',
  'privacy',
  'defamation',
  'copyright',
  'contempt-of-court',
  'court-order',
].map((code) => ({ code, label: reasonWords[code] ?? code }));

/** Reads a reason given as a code, or (from a terminal) as “rule 3”, “3” or a sentence of one's own. */
export function readReason(
  settings: Settings,
  { code, sentence }: { code?: string; sentence?: string },
): Reason | null {
  const known = reasonsOf(settings);
  const text = sentence?.trim() || null;
  const byCode = code ? known.find((reason) => reason.code === code) : undefined;
  if (code && !byCode) return null;
  if (byCode) return { ...byCode, sentence: text };
  const number = text?.match(/^(?:rule[ -]?)?(\d+)\b[.:]?\s*(.*)$/is);
  const rule = number ? known.find((reason) => reason.code === `rule-${number[1]}`) : undefined;
  if (rule) return { ...rule, sentence: number?.[2]?.trim() || null };
  return { code: 'other', label: 'Another reason', sentence: text };
}

/**
 * What a code of the record says, with the rule as it read at a UTC time: `kept` are the wordings of the rules. The
 * code itself where it names nothing.
 */
export function reasonLabel(
  { kept, now }: { kept: readonly TextVersion[]; now: Settings },
  { code, at }: { code: string; at: string },
): string {
  const rules = textAt(kept, { key: 'rules', at }) ?? now.rules;
  return reasonsOf({ rules }).find((reason) => reason.code === code)?.label ?? reasonWords[code] ?? code;
}
