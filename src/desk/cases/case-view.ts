import type { CaseAct } from '../../notices/case-acts.ts';
import type { CaseClock } from '../../notices/case-clock.ts';
import type { CaseStep, Ticks } from '../../notices/case-steps.ts';
import type { Identity } from '../../notices/identity.ts';
import type { CaseLetter } from '../../notices/letters/queries.ts';
import type { CaseReply, CaseResponse, CaseView, Evidence, ListedCase } from '../../notices/queries.ts';
import type { FormState } from '../frame/form-field.tsx';
import type { ListView } from '../frame/list-view.ts';

export const casesPath = '/desk/cases/';

/** Cases, open or closed, by pages. */
export type CaseListView = ListView<'open' | 'closed', ListedCase>;

/** One case with everything that is known of it. */
export type OneCaseView = {
  found: CaseView;
  clock: CaseClock;
  ticks: Ticks;
  steps: CaseStep[];
  response: CaseResponse | null;
  evidence: Evidence[];
  acts: CaseAct[];
  reply: CaseReply | null;
  letters: CaseLetter[];
  /** What was typed for an end in one’s own words, and for looking up who the writer is, with what is wrong with it. */
  decide: FormState;
  lookUp: FormState;
  /** Who the writer says they are, where it was looked up just now. */
  identity: Identity | null;
  /** What was done just now, by the code of its sentence; null where nothing was. */
  done: string | null;
  /** Why something was not done. */
  refusal: string | null;
};
