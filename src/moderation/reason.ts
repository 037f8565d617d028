import { done, type Outcome, refuse } from '../lib/refusal.ts';
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
  return [...rules, { code: 'legal', label: 'For a legal reason' }, unnamed];
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

/**
 * Whether a reason says so little by itself that a sentence has to stand with it: the facts, and why they are against
 * the law or the terms (Digital Services Act, article 17(3)(b), (d) and (e)).
 */
export function needsSentence(code: string): boolean {
  return code === 'legal' || code === 'other';
}

/** Reads a reason that was chosen, by its code, with what was typed. Refusals: `no-reason`, `no-sentence`. */
export function readReason(
  settings: Pick<Settings, 'rules'>,
  { code, sentence = '' }: { code: string; sentence?: string },
): Outcome<Reason> {
  const chosen = reasonsOf(settings).find((reason) => reason.code === code);
  if (!chosen) return refuse('no-reason', 'Choose a reason.', 'reason');
  return withSentence({ ...chosen, sentence: sentence.trim() || null });
}

/**
 * Reads a reason from a terminal: “rule 3”, “3”, “legal” or “other”, each with a sentence behind it or without; or a
 * sentence of one’s own. Refusal: `no-sentence`.
 */
export function readTypedReason(settings: Pick<Settings, 'rules'>, text: string): Outcome<Reason> {
  const known = reasonsOf(settings);
  const [, number, word, behind = ''] =
    /^(?:(?:rule[ -]?)?(\d+)\b[.:]?|(legal|other)(?:[.:]|$))\s*(.*)$/is.exec(text.trim()) ?? [];
  const code = number === undefined ? word?.toLowerCase() : `rule-${number}`;
  const named = known.find((reason) => reason.code === code);
  if (named) return withSentence({ ...named, sentence: behind.trim() || null });
  return withSentence({ ...unnamed, sentence: text.trim() || null });
}

/** Where nothing is said of why. */
const unnamed = { code: 'other', label: 'Another reason' };

function withSentence(reason: Reason): Outcome<Reason> {
  if (reason.sentence !== null || !needsSentence(reason.code)) return done(reason);
  return refuse(
    'no-sentence',
    `Say in a sentence what is wrong with it and why: “${reason.label}” alone does not tell its writer.`,
    'sentence',
  );
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
