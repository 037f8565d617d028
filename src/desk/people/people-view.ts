import type { PersonsResponse } from '../../comments/people/queries.ts';
import type { FormState } from '../frame/form-field.tsx';

/** What was looked for, what was found, and the form to erase it as it stands. */
export type PeopleView = {
  by: string;
  value: string;
  /** Null while nothing was looked for. */
  found: { responses: PersonsResponse[]; count: number; reports: number } | null;
  newer: string | null;
  older: string | null;
  reasons: { code: string; label: string }[];
  form: FormState;
  /** How many responses were changed, and how many reports; null for none just now. */
  done: { responses: number; reports: number } | null;
};
