import type { EditableArticle } from '../../articles/queries.ts';
import type { Stage } from '../../staff/permissions.ts';

/** The time that is set for an article. */
export type ScheduleView = {
  /** UTC. */
  publishAt: string;
  /** What was typed, and the zone it was meant in. */
  local: string;
  timeZone: string;
  /** The second moment that clocks show the same time, where clocks go back; the first is meant. */
  second: string | null;
  /** The same moment in the publication's zone, where that is another one by now. */
  localNow: string | null;
  setAt: string;
  setBy: string | null;
};

/** A time that came and found the article unfit to appear. */
export type MissedView = { publishAt: string; sentence: string };

/** One request for a reader. */
export type ReviewView = {
  id: string;
  askedAt: string;
  askedBy: string | null;
  /** Whether whoever reads this page asked. */
  mine: boolean;
  note: string;
  /** Null while it is open. */
  closedAt: string | null;
  closedBy: string | null;
  outcome: string | null;
  answer: string;
};

/** A withdrawal of the article, in force or ended. */
export type WithdrawalView = {
  at: string;
  by: string | null;
  reason: string;
  note: string;
  restoredAt: string | null;
};

/** The legal-risk mark, who has read what, and what may follow. */
export type RiskView = {
  mark: { at: string; by: string | null; reason: string } | null;
  /** A hash of the words as they now are. */
  words: string;
  /** Whether whoever reads this page wrote some of it. */
  own: boolean;
  readings: { at: string; by: string; current: boolean }[];
  /** `current` is of the words as they now are; `pending` of a change that is still to come. */
  overrides: { at: string; by: string | null; reason: string; current: boolean; pending: boolean }[];
};

/** Why something was not done, and which field is at fault. */
export type PublishingFault = { sentence: string; field: string | null };

/** Everything that the publishing page of one article shows. */
export type PublishingView = {
  article: Pick<EditableArticle, 'id' | 'title' | 'path' | 'updatedAt'>;
  stage: Stage;
  schedule: ScheduleView | null;
  missed: MissedView | null;
  /** Newest first. */
  reviews: ReviewView[];
  /** Newest first. */
  withdrawals: WithdrawalView[];
  risk: RiskView;
  /** Its first place on the front page; null where it has none. */
  pin: { until: string | null } | null;
  /** Links to previews that are still good. */
  previews: { id: string; expiresAt: string; by: string | null }[];
  /** Paths at which it stood before, newest first. */
  formerPaths: string[];
  fault: PublishingFault | null;
  /** What was typed into the form that was refused. */
  /** The path of a preview that was made just now: shown once. */
  newPreview: string | null;
  typed: ReadonlyMap<string, string>;
  /** A code of what was done just now; null where nothing was. */
  done: string | null;
};

/** The parts of the page that only read the article. */
export type PublishingFacts = Omit<PublishingView, 'stage' | 'fault' | 'newPreview' | 'typed' | 'done'>;
