import type { FloodView } from '../../comments/flood/queries.ts';
import type { LateDecision } from '../../moderation/late-decision.ts';
import type { OwnView } from '../../moderation/own-views.ts';
import type { ReportedItem } from '../../moderation/reports/queries.ts';
import type { QueueFilter, WaitingCounts } from '../../moderation/waiting/waiting.ts';
import type { ListedCase } from '../../notices/queries.ts';
import type { ListedReview } from '../reviews/review-view.ts';
import type { Beside } from './beside.ts';
import type { ReasonChoice } from './remove-form.tsx';
import type { CountedArticle, DeskResponse } from './response-view.ts';

/** A published response that readers reported. `own`: whoever reads wrote it, and may decide only where nobody else does. */
export type Reported = { response: DeskResponse; reported: ReportedItem; own: 'no' | 'alone' | 'others' };

/** Something that waits, as its component draws it. */
export type QueueItem =
  | { kind: 'held'; response: DeskResponse }
  | ({ kind: 'report' } & Reported)
  | { kind: 'review'; one: ListedReview }
  | { kind: 'case'; one: ListedCase };

/** What was decided just now: a response, and where it is reported how its reports stand. */
export type Done = { response: DeskResponse; reported: ReportedItem | null; kept: boolean };

export type QueueView = {
  items: QueueItem[];
  /** What stands beside each response. */
  beside: Map<string, Beside>;
  /** How many wait of what it is narrowed to, by kind. */
  counts: WaitingCounts;
  /** Whether they were counted no further than that. */
  more: boolean;
  since: { oldest: string; newest: string } | null;
  byArticle: CountedArticle[];
  filter: QueueFilter;
  views: OwnView[];
  page: number;
  pages: number;
  reasons: ReasonChoice[];
  /** Where two decided on one response a moment ago. */
  late: LateDecision[];
  /** A note was added a moment ago. */
  noted: boolean;
  done: Done | null;
  flood: FloodView | null;
};
