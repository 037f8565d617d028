import type { Figures } from '../../comments/filters/learned/hold-out.ts';
import type { Trial } from '../../comments/filters/trials/queries.ts';
import { type Triable, triable } from '../../comments/filters/trials/triable.ts';
import type { FloodView } from '../../comments/flood/queries.ts';
import type { SettingKey } from '../../publication/settings.ts';
import type { FormState } from '../frame/form-field.tsx';
import type { DeskResponse } from '../responses/response-view.ts';

export const filtersPath = '/desk/filters/';

/** The rules in the order of the page. */
export const rules = Object.keys(triable) as Triable[];

/** A rule as its form shows it: as stored, or as typed and refused. */
export type RuleForm = { rule: Triable; setting: SettingKey; form: FormState; seen: string };

export type FiltersView = {
  rules: RuleForm[];
  trials: Trial[];
  /** What was learned from decisions; null where nothing ever was. */
  learned: { madeAt: string; figures: Figures; isThere: boolean } | null;
  flood: FloodView | null;
  /** The most responses within ten minutes that came in 90 days. */
  busiest: number;
  /** Which rule was saved just now, or found to be so already. */
  done: { rule: Triable; word: 'saved' | 'same' | 'asked' } | null;
};

export type TrialView = {
  trial: Trial;
  /** The digest of the rule as it is stored: what is saved from here is saved over nothing else. */
  seen: string;
  isStored: boolean;
  examples: DeskResponse[];
  /** `YYYY-MM-DD`, oldest first. */
  days: string[];
};

/** The address of a trial. */
export function trialPath(id: string): string {
  return `${filtersPath}trials/${id}/`;
}
