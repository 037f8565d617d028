import { may, type Role } from '../staff/permissions.ts';

/** What may be looked at again. */
export type ReviewSubject = 'decision' | 'suspension' | 'report';

/** How a review ended; `-by-same` where nobody else on the staff might decide than whoever did first. */
export const reviewOutcomes = ['upheld', 'reversed', 'upheld-by-same', 'reversed-by-same'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** A review as its asker and the desk see it. */
export type Review = {
  id: string;
  subject: ReviewSubject;
  subjectId: string;
  commentId: string;
  askedBy: 'writer' | 'reporter';
  words: string;
  askedAt: string;
  decidedAt: string | null;
  outcome: ReviewOutcome | null;
  sentence: string | null;
  byRole: string | null;
};

/** What a review is about, as it stands now. */
export type Reviewed = {
  /** Who decided first; of the staff the id, null from a terminal or by the program. */
  first: { role: string; staffId: string | null };
  /** When the asker was told. */
  toldAt: string;
  /** Whether there is still something to decide: what is gone, changed or ended since leaves nothing. */
  stands: boolean;
  /** The case in which it was decided: its removal is for those who may manage cases. */
  caseId: string | null;
  /** The suspension that it is, and whether only who may suspend for as long may end it; null of everything else. */
  suspension: {
    id: string;
    kind: 'pseudonym' | 'address';
    pseudonymId: string | null;
    isLong: boolean;
  } | null;
};

/** Somebody on the active staff. */
export type Reviewer = { id: string; role: Role };

/** Whether somebody’s role lets them decide this review: whoever does may have to take back what was decided. */
export function mayReview(
  { role }: Pick<Reviewer, 'role'>,
  { caseId, suspension }: Pick<Reviewed, 'caseId' | 'suspension'>,
): boolean {
  if (!may(role, 'review.decide') || (caseId !== null && !may(role, 'case.manage'))) return false;
  return suspension === null || may(role, suspension.isLong ? 'writer.suspend-long' : 'writer.suspend');
}

/** Whether somebody decided first. A decision from a terminal was the owner’s; the program’s is nobody’s. */
export function isFirst({ id, role }: Reviewer, { first }: Pick<Reviewed, 'first'>): boolean {
  if (first.staffId !== null) return first.staffId === id;
  return first.role === 'owner' && role === 'owner';
}

/**
 * Whether somebody of the active staff may decide: another one than whoever did first, or, where nobody else may, the
 * same one, which is then said. Pure: article 20(6) of the Digital Services Act wants people; the rest is the house’s.
 */
export function fitness(
  me: Reviewer,
  staff: readonly Reviewer[],
  about: Reviewed,
): 'other' | 'same' | 'unfit' {
  if (!mayReview(me, about)) return 'unfit';
  if (!isFirst(me, about)) return 'other';
  const others = staff.some((each) => mayReview(each, about) && !isFirst(each, about));
  return others ? 'unfit' : 'same';
}
