import type { ClaimView, ListedClaim, OutcomeView } from '../../articles/claims/claim-view.ts';
import type { ClaimFilter } from '../../articles/claims/queries.ts';
import type { Stage } from '../../staff/permissions.ts';
import type { FormState } from '../frame/form-field.tsx';

/** The claims of one article at the desk, and those of others that it closes. */
export type ArticleClaimsView = {
  article: { id: string; title: string; path: string | null };
  stage: Stage;
  claims: ClaimView[];
  closes: (ListedClaim & { said: OutcomeView })[];
  /** The claim that is being changed, as it was seen; null while a new one is marked. */
  changing: { number: number; version: number } | null;
  form: FormState;
  search: { text: string; found: ListedClaim[]; more: boolean };
  /** The closing that was refused, with what was typed. */
  closing: { articleId: string; number: number; form: FormState } | null;
  /** `YYYY-MM-DD` */
  today: string;
  done: string | null;
};

/** Claims of all articles by where they stand. */
export type ClaimListView = {
  filter: ClaimFilter;
  counts: Record<ClaimFilter, number>;
  claims: ListedClaim[];
  overdue: { month: string; count: number }[];
  page: number;
  pages: number;
};
