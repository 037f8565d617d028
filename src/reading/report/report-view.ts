import type { PublishedComment } from '../../comments/comment-view.ts';
import type { ReportFault, TypedReport } from '../../moderation/reports/report.ts';

/** A response that a reader reports, with what was typed and why it was not taken. */
export type ReportView = {
  comment: PublishedComment;
  article: { id: string; title: string };
  /** The publication's numbered rules and what else may be wrong. */
  reasons: { code: string; label: string }[];
  values: TypedReport;
  faults: ReportFault[];
  /** Why it was refused as a whole. */
  refusal: string | null;
  /** Letters are sent: an address may be left. */
  sendsMail: boolean;
  /** What came of it, where it was sent a moment ago. */
  done: 'sent' | 'again' | null;
  /** Whether what was added to an earlier report is kept; null where nothing was. */
  kept: boolean | null;
  /** Whether a letter will tell the outcome to the address that was left; null where none was. */
  told: boolean | null;
  /** The reporter’s own page, right after they sent it; null otherwise. */
  own: string | null;
};
