import type { ClaimOutcome } from '../../store/follow-up-tables.ts';

/** What came of a claim, by the article that says so. */
export type OutcomeView = {
  outcome: ClaimOutcome;
  sentence: string;
  /** `YYYY-MM-DD`: when it was known. */
  date: string;
  /** When it took effect; a UTC ISO time, null while the closing article is not published. */
  publicAt: string | null;
  by: { id: string; title: string; path: string };
  /** The closing article was withdrawn: the outcome with it. */
  withdrawn: boolean;
};

/** Where a claim stands today. */
export type ClaimStanding = 'to-come' | 'due' | 'overdue' | 'closed' | 'withdrawn';

/** A dated claim of an article. */
export type ClaimView = {
  number: number;
  version: number;
  passage: string;
  /** What is claimed in plain words; the passage where nothing else was said. */
  claim: string;
  /** `YYYY-MM-DD`, in the publication's zone. */
  due: string;
  standing: ClaimStanding;
  /** True while the text has the passage. */
  inText: boolean;
  /** The outcome in force; null while there is none. */
  outcome: OutcomeView | null;
  /** What was said to have come of it before: changed since, or withdrawn with its article. Newest first. */
  before: OutcomeView[];
};

/** A claim with the article that made it. */
export type ListedClaim = ClaimView & { article: { id: string; title: string; path: string } };

/** Address of a claim on its article's page. */
export function claimPlace(articlePath: string, number: number): string {
  return `${articlePath}#claim-${number}`;
}

/** Where a claim stands on a day, `YYYY-MM-DD`. */
export function standingOf(claim: { due: string; withdrawn: boolean; closed: boolean }, today: string) {
  if (claim.withdrawn) return 'withdrawn' as const;
  if (claim.closed) return 'closed' as const;
  if (claim.due === today) return 'due' as const;
  return claim.due < today ? ('overdue' as const) : ('to-come' as const);
}
