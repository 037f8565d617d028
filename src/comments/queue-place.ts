import type { HoldReason } from './policy.ts';

/**
 * How many hours longer a held response counts as having waited, for each reason that says more of it than that its
 * writer is new or that everybody waits. What came in a flood without proof of work counts as having come later: those
 * who did the work are not to wait behind a thousand that did not.
 */
export const headStart: Record<HoldReason, number> = {
  first: 0,
  all: 0,
  links: 2,
  honeypot: 4,
  words: 2,
  name: 2,
  pace: 1,
  learned: 2,
  flood: -6,
};

/** How many hours longer whatever waits under an article that is marked as a legal risk counts as having waited. */
export const riskHours = 4;

const hour = 3_600_000;

/**
 * The time by which the queue is in order, oldest and riskiest first: when it was sent, less the hours of its reasons and
 * of its article's mark.
 */
export function queuePlace(
  sentAt: string,
  heldFor: readonly HoldReason[],
  { atRisk = false }: { atRisk?: boolean } = {},
): string {
  const hours = heldFor.reduce((sum, reason) => sum + headStart[reason], atRisk ? riskHours : 0);
  return new Date(Date.parse(sentAt) - hours * hour).toISOString();
}

/** So many hours before a complaint is due it begins to count as waiting. */
export const hoursBeforeDue = 48;

/** What is due by no clock stands behind whatever is. */
const behindAll = '9999';

/** The place of a complaint in the same order: so many hours before it is due, but never before it was received. */
export function complaintPlace(receivedAt: string, dueAt: string | null): string {
  if (dueAt === null) return behindAll;
  const from = new Date(Date.parse(dueAt) - hoursBeforeDue * hour).toISOString();
  return from > receivedAt ? from : receivedAt;
}
