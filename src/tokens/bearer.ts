import { timingSafeEqual } from 'node:crypto';
import { sha256 } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import { asStaff, type Staff } from '../staff/staff.ts';
import { noteUse, tokenByHash } from './queries.ts';
import { readScopes, type Scope } from './token.ts';

/** Whoever a token acts for, as they are now, and what it was made for. */
export type Bearer = { tokenId: string; staff: Staff; scopes: Scope[] };

/** Why a token does not work. That one is revoked or has ended is told to nobody but whoever holds its secret. */
export type NoBearer = 'unknown' | 'revoked' | 'expired';

/**
 * Whom a request's `Authorization` (RFC 6750) acts for; or why it acts for nobody. All of these take the same way: a
 * hash, one look-up by it, one comparison.
 */
export async function bearerOf(site: Site, authorization: string): Promise<Bearer | NoBearer> {
  const secret = /^Bearer +([\x21-\x7e]{1,200}) *$/i.exec(authorization)?.[1] ?? '';
  const hash = sha256(secret);
  const token = await tokenByHash(site.store.read, hash);
  const same = timingSafeEqual(Buffer.from(hash), Buffer.from(token?.secret_hash ?? sha256('nobody’s')));
  const now = site.clock.now().toISOString();
  if (!token || !same) return 'unknown';
  if (token.revoked_at !== null || token.disabledAt !== null) return 'revoked';
  if (token.expires_at !== null && token.expires_at <= now) return 'expired';
  const day = now.slice(0, 10);
  if (token.last_used_on !== day) await noteUse(site, { id: token.id, day });
  const { staff_id: id, name, email, role } = token;
  return { tokenId: token.id, staff: asStaff({ id, name, email, role }), scopes: readScopes(token.scopes) };
}
