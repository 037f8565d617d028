import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import type { Settings } from '../../publication/settings.ts';
import { reasonsOf } from '../reason.ts';

/** What a reader sends with a report, as it was typed. */
export type TypedReport = { reason: string; text: string; email: string };

export type ReportFault = { field: 'reason' | 'text' | 'email'; why: 'missing' | 'too-long' | 'bad-email' };

/** Signs that the words of a report may have, and an address. */
export const longestReport = { text: 1_000, email: 254 };

/** What is wrong with a report; what the sentences are is the page's. */
export function faultsInReport(settings: Settings, { reason, text, email }: TypedReport): ReportFault[] {
  const faults: ReportFault[] = [];
  if (!reasonsOf(settings).some(({ code }) => code === reason))
    faults.push({ field: 'reason', why: 'missing' });
  if ([...text].length > longestReport.text) faults.push({ field: 'text', why: 'too-long' });
  if (email !== '' && (email.length > longestReport.email || !isAddress.test(email)))
    faults.push({ field: 'email', why: 'bad-email' });
  return faults;
}

const isAddress = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(?:\.[^\s@<>,;:"()[\]\\.]+)+$/;

const hours = { furtherReport: 1, mostForReports: 12, legal: 4 };

/** How many hours longer an item counts as having waited: for each further address, and where the law is named. */
export function headStartOf({ count, legal }: { count: number; legal: boolean }): number {
  const forReports = Math.min((count - 1) * hours.furtherReport, hours.mostForReports);
  return forReports + (legal ? hours.legal : 0);
}

/** The same, as the desk tells of it. */
export const reportHours = hours;

/** Why a response can be reported no more; null where it can. */
export function whyNotReported(state: string): Outcome<null> {
  if (state === 'published') return done(null);
  return refuse('gone', 'This response is no longer shown: there is nothing left to report.');
}
