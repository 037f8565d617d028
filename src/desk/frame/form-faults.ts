import type { ZodError } from 'zod';
import type { Refusal } from '../../lib/refusal.ts';
import type { FormFault } from './form-field.tsx';

/** Each fault once, at the field that it concerns. */
export function faultsOfForm(error: ZodError): FormFault[] {
  const faults = error.issues.map(({ path, message }) => ({
    field: typeof path[0] === 'string' ? path[0] : null,
    sentence: message,
  }));
  return faults.filter(
    (fault, index) => faults.findIndex(({ sentence }) => sentence === fault.sentence) === index,
  );
}

/** A verb's refusal as a fault of the form. */
export function faultOfRefusal({ sentence, field }: Refusal): FormFault {
  return { field: field ?? null, sentence };
}
