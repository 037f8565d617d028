import type { HoldReason } from '../../comments/policy.ts';
import { may, type Role } from '../../staff/permissions.ts';

/** What may wait for a decision. Each kind has its part of the one list in `queries.ts`. */
export const waitingKinds = ['held', 'report', 'review', 'case'] as const;
export type WaitingKind = (typeof waitingKinds)[number];

export type WaitingCounts = Record<WaitingKind, number>;

/** The kinds that somebody of this role decides; none for whoever decides on no responses. */
export function kindsFor(role: Role): WaitingKind[] {
  if (!may(role, 'comment.decide')) return [];
  const kinds: WaitingKind[] = ['held', 'report'];
  if (may(role, 'review.decide')) kinds.push('review');
  if (may(role, 'case.manage')) kinds.push('case');
  return kinds;
}

/** None of any kind. */
export const noneWaiting: WaitingCounts = { held: 0, report: 0, review: 0, case: 0 };

/** How many that is of all kinds together. */
export function sumOf(counts: WaitingCounts): number {
  return waitingKinds.reduce((sum, kind) => sum + counts[kind], 0);
}

/** Something that waits: `ref` is the id of the response, or of the review or the case. */
export type Waiting = { kind: WaitingKind; ref: string };

/** What the list is narrowed to: each part that is not null narrows it further. */
export type QueueFilter = {
  kind: WaitingKind | null;
  articleId: string | null;
  /** Why a response is held. */
  because: HoldReason | null;
  /** Part of the writer's name. */
  name: string | null;
  /** Words that stand in the response as they are given here. */
  words: string | null;
};

export const everything: QueueFilter = {
  ...{ kind: null, articleId: null, because: null, name: null, words: null },
};

/** Whether it narrows anything by looking into responses. */
export function isSearch({ because, name, words }: QueueFilter): boolean {
  return because !== null || name !== null || words !== null;
}
