import type { ListedSuspension } from '../../moderation/suspensions/queries.ts';
import type { Period, SuspensionKind } from '../../moderation/suspensions/suspension.ts';
import type { FormState } from '../frame/form-field.tsx';
import type { ListView } from '../frame/list-view.ts';
import type { ReasonChoice } from '../responses/remove-form.tsx';
import type { DeskResponse } from '../responses/response-view.ts';

export const suspensionsPath = '/desk/suspensions/';

/** A suspension, and whether the reader of the page may end it. */
export type EndableSuspension = ListedSuspension & { mayEnd: boolean };

/** Suspensions, running or ended, by pages. */
export type SuspensionListView = ListView<'running' | 'over', EndableSuspension> & {
  done: 'suspended' | 'ended' | null;
  /** Why something was not done. */
  refusal: string | null;
};

/** The form that suspends whoever wrote a response. */
export type SuspendView = {
  response: DeskResponse;
  kinds: readonly SuspensionKind[];
  periods: readonly Period[];
  reasons: ReasonChoice[];
  form: FormState;
};
