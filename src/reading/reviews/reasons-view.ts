import { isSuspendedAt, type Statement } from '../../moderation/statements/statement.ts';
import type { ReviewStanding } from '../../reviews/queries.ts';

/** Why decisions were made against a writer, and what came of asking for another look. */
export type ReasonsView = {
  /** The newest first. */
  statements: readonly Statement[];
  reviews: readonly ReviewStanding[];
  /** For how many months a review may be asked for. */
  months: number;
  now: string;
  /** A request that was refused, with what was typed. */
  form: ReviewForm | null;
};

export type ReviewForm = { subjectId: string; words: string; refusal: string };

/**
 * What holds now: the reasons of what was done to the response, if it was not given back, and of suspensions that run.
 * Everything else came before.
 */
export function holdingNow(
  { statements, now }: Pick<ReasonsView, 'statements' | 'now'>,
  state: string,
): Statement[] {
  const isGone = ['removed', 'refused', 'withheld', 'erased'].includes(state);
  const latest = isGone ? statements.find(({ suspended }) => suspended === null) : undefined;
  return statements.filter((each) => each === latest || isSuspendedAt(each, now));
}
