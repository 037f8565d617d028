import type { ReviewPlace, ReviewStanding } from '../../reviews/queries.ts';
import type { FormState } from '../frame/form-field.tsx';
import type { ListView } from '../frame/list-view.ts';
import type { ReasonChoice } from '../responses/remove-form.tsx';
import type { Decision, DeskResponse } from '../responses/response-view.ts';

export const reviewsPath = '/desk/reviews/';

export type ListedReview = ReviewStanding & ReviewPlace;

/** Reviews, waiting or decided, by pages. */
export type ReviewListView = ListView<'open' | 'closed', ListedReview>;

/** One review with what it is about. */
export type OneReviewView = {
  review: ReviewStanding;
  response: DeskResponse;
  /** What was decided first, by whom. */
  first: Decision | null;
  caseId: string | null;
  /** Whether the reader may decide it; `same` where they decided first and nobody else may. */
  may: 'other' | 'same' | 'unfit' | 'not-yours';
  reasons: ReasonChoice[];
  form: FormState;
  done: boolean;
};
