import type { Form } from '../../web/body.ts';
import { eventTypes, type NewWebhook, newWebhook } from '../../webhooks/webhook.ts';
import { field } from '../visit.ts';
import type { FormFault } from './form-fault.ts';

/** The form for a new webhook, as it was sent. */
export type WebhookValues = { url: string; events: string[] };

export const emptyWebhook: WebhookValues = { url: '', events: [] };

/** The typed input, or every fault by its field. */
export function readWebhookForm(
  form: Form,
): { values: WebhookValues } & ({ input: NewWebhook } | { faults: FormFault[] }) {
  const values = {
    url: field(form, 'url'),
    events: eventTypes.filter((type) => form.fields.has(`event-${type}`)),
  };
  const parsed = newWebhook.safeParse(values);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), sentence: message }));
  if (form.fault !== null) faults.unshift({ field: 'url', sentence: form.fault });
  return parsed.success && faults.length === 0 ? { values, input: parsed.data } : { values, faults };
}
