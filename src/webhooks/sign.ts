import { createHmac } from 'node:crypto';
import { keyedHash } from '../lib/ids.ts';
import type { Site } from '../site.ts';

/** The secret of a webhook, by its number: `whsec_` and the key in base64 (Standard Webhooks). */
export function secretOf({ secrets }: Site, { id, number }: { id: string; number: number }): string {
  const key = Buffer.from(keyedHash(secrets.receiptKey, `webhook ${id} ${number}`), 'base64url');
  return `whsec_${key.toString('base64')}`;
}

export type Message = { id: string; timestamp: number; payload: string };

/** The headers of a message (Standard Webhooks 1.0): signed with each secret. `timestamp` is in seconds. */
export function signedHeaders(
  { id, timestamp, payload }: Message,
  secrets: string[],
): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${payload}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
