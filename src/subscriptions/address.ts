import { isSecret, keyedHash } from '../lib/ids.ts';
import type { Site } from '../site.ts';

/** An address whose reader never said yes is forgotten, with all that was asked for it. */
export const unconfirmedMilliseconds = 7 * 86_400_000;

/** An address that its server refused for ever is forgotten after so long, unless its reader starts letters again. */
export const refusedMilliseconds = 30 * 86_400_000;

/** Letters are the same address whatever the case of its letters. */
export function foldAddress(email: string): string {
  return email.trim().toLowerCase();
}

/** Whose mail it is, as far as an address tells: what stands behind a plus before the @ is the same person's. */
export function mailboxOf(email: string): string {
  return foldAddress(email).replace(/(?<=^[^+@]+)\+.*(?=@[^@]*$)/, '');
}

/** Where the reader of an address sees, changes and stops what they are sent: whoever has it is them. */
export function managePath(site: Site, addressId: string): string {
  return `/letters/${addressId}/${tokenOf(site, addressId)}/`;
}

/** True when the token is the address's own; takes as long whatever is wrong with it. */
export function isAddressToken(site: Site, addressId: string, token: string): boolean {
  return isSecret(token, tokenOf(site, addressId));
}

function tokenOf(site: Site, addressId: string): string {
  return keyedHash(site.secrets.receiptKey, `letters ${addressId}`);
}
