import type { CaseClock } from '../../notices/case-clock.ts';
import type { CaseStep, Ticks } from '../../notices/case-steps.ts';
import type { CaseResponse, CaseView, Evidence, ListedCase } from '../../notices/queries.ts';

export const casesPath = '/desk/cases/';

/** Cases, open or closed, by pages. */
export type CaseListView = {
  open: boolean;
  cases: ListedCase[];
  counts: { open: number; closed: number };
  page: number;
  pages: number;
};

/** One case with everything that is known of it. */
export type OneCaseView = {
  found: CaseView;
  clock: CaseClock;
  ticks: Ticks;
  steps: CaseStep[];
  response: CaseResponse | null;
  evidence: Evidence[];
  /** What was done just now, by the code of its sentence; null where nothing was. */
  done: string | null;
  /** Why something was not done. */
  refusal: string | null;
};
