import type { Statement } from '../../moderation/statements/statement.ts';
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

/** The reasons of what holds now; undefined where nothing was taken, or it was given back. */
export function currentOf(
  { statements }: Pick<ReasonsView, 'statements'>,
  state: string,
): Statement | undefined {
  return ['removed', 'refused', 'withheld', 'erased'].includes(state) ? statements[0] : undefined;
}
