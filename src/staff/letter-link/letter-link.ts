import { keyedHash } from '../../lib/ids.ts';
import { type Refusal, refuse } from '../../lib/refusal.ts';
import type { Site } from '../../site.ts';
import { foldEmail } from '../staff.ts';

const minute = 60_000;

/** How long a link that came by mail signs in. */
export const linkMilliseconds = 30 * minute;

/** How long a letter that was asked for is still wanted, should the mail server have been away. */
export const wantedMilliseconds = 60 * minute;

/** An address as a waiting letter names it: whose it is shows only to whoever knows the address already. */
export function emailKey({ secrets }: Site, email: string): string {
  return keyedHash(secrets.addressKey, `letter:${foldEmail(email)}`);
}

/** The refusal for a link that signs nobody in any more, whatever the reason. */
export function deadLink(): Refusal {
  return refuse(
    'link-invalid',
    'This link has been used, or is more than half an hour old. Ask for a new one.',
  );
}
