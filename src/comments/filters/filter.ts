import type { CleanHtml } from '../../lib/clean-html.ts';
import type { Policy } from '../../publication/settings/responses.ts';
import type { SettingKey, Settings } from '../../publication/settings.ts';
import type { Met } from '../flood/meet-flood.ts';
import type { HoldReason } from '../policy.ts';
import type { Learned } from './learned/bayes.ts';

/** Of what responses are counted in ten minutes. */
export type Pace = 'writer' | 'address' | 'article';

/** What filters look at of one response: there is nothing else that they know. */
export type Facts = {
  policy: Policy;
  /** Staff have released a comment by this holder before. */
  trusted: boolean;
  /** The field that people do not see was filled in. */
  honeypot: boolean;
  name: string;
  /** The writer’s page. */
  url: string | null;
  html: CleanHtml;
  /** How many links are counted. */
  links: number;
  /** How many came in ten minutes, this one among them, of what is limited. */
  paces: Partial<Record<Pace, number>>;
  /** What was learned from decisions; null where nothing was, or nobody wants it. */
  learned: Learned | null;
  /** With what proof of work it came in a flood; null where there is none. */
  flood: Met | null;
};

/** Why a response is held, and what was found in it: for moderators alone, never for its writer. */
export type Finding = { reason: HoldReason; found: string[] };

/** A rule by which responses are held. */
export type Filter = {
  reason: HoldReason;
  /** The settings that it is made of; none for what always holds. */
  settings: readonly SettingKey[];
  /** Whether it finds the same in changed words as in the earlier ones, as long as that is in both. */
  ofWords: boolean;
  /** Makes the rule, which says what it finds in a response; null where it does not hold it. Pure. */
  make(settings: Settings): (facts: Facts) => string[] | null;
};
