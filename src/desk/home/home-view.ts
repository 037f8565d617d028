import type { ListedClaim } from '../../articles/claims/claim-view.ts';
import type { ListedCase } from '../../notices/queries.ts';
import type { WitnessLine } from '../outside/outside-view.ts';

/** An article that the first page names; `at` is when it was changed, asked for or will appear. */
export type HomeArticle = { id: string; title: string; at: string };

/** A day of the charts: `YYYY-MM-DD`; times in milliseconds, null where nothing that was held was decided. */
export type DayFigures = {
  day: string;
  responses: number;
  decisions: number;
  median: number | null;
  tail: number | null;
};

/** Things of a kind that wait: how many, and the first few of them. */
export type Waiting = { count: number; first: HomeArticle[] };

/** What needs somebody; null where it is none of theirs. */
export type HomeView = {
  failedJobs: { count: number; newest: { kind: string; at: string } | null } | null;
  /** Witnesses of the record that an owner has to hear of. */
  witnesses: WitnessLine[];
  /** Cited pages that are gone or were changed. */
  brokenLinks: number | null;
  /** When the oldest held response came; null where none is held. */
  oldestHeld: string | null;
  /** Dated claims whose day has come, the longest overdue first; `at` is their day. */
  claims: ListedClaim[] | null;
  /** Open complaints, the soonest due first; none for whom they are none of theirs. */
  cases: ListedCase[];
  reviews: Waiting | null;
  scheduled: Waiting | null;
  mine: Waiting | null;
  others: Waiting | null;
  published: HomeArticle[] | null;
  /** True where the demo publication is shown, and whoever reads this may begin another. */
  demo: boolean;
  figures: DayFigures[] | null;
};
