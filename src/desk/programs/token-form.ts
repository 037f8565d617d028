import { type NewToken, newToken, scopes } from '../../tokens/token.ts';
import type { Form } from '../../web/body.ts';
import { field } from '../visit.ts';
import type { FormFault } from './form-fault.ts';

/** The form for a new token, as it was sent. */
export type TokenValues = { name: string; scopes: string[]; days: string };

export const emptyToken: TokenValues = { name: '', scopes: [], days: '90' };

/** The typed input, or every fault by its field. */
export function readTokenForm(
  form: Form,
): { values: TokenValues } & ({ input: NewToken } | { faults: FormFault[] }) {
  const values = {
    name: field(form, 'name'),
    scopes: scopes.filter((scope) => form.fields.has(`scope-${scope}`)),
    days: field(form, 'days'),
  };
  const parsed = newToken.safeParse(values);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), sentence: message }));
  if (form.fault !== null) faults.unshift({ field: 'name', sentence: form.fault });
  return parsed.success && faults.length === 0 ? { values, input: parsed.data } : { values, faults };
}
