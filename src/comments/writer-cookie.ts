import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { newSecret } from '../lib/ids.ts';
import type { Site } from '../site.ts';

const days = 400; // as long as browsers keep a cookie

/**
 * The secret by which a writer is known again in their browser, without an account: from its cookie, or a new one
 * with the Set-Cookie that keeps it. Reader pages never look at it; only what is sent to us does.
 */
export function writerSecret(c: Context, site: Site): { secret: string; setCookie: string | null } {
  const kept = keptSecret(c, site);
  if (kept !== null) return { secret: kept, setCookie: null };
  const secret = newSecret(site.random);
  return { secret, setCookie: writerCookie(site, secret) };
}

/** The secret that a browser sent; null for none, or for what is no secret of ours. */
export function keptSecret(c: Context, site: Site): string | null {
  const kept = getCookie(c, cookieName(site));
  return kept !== undefined && /^[\w-]{43}$/.test(kept) ? kept : null;
}

/** The Set-Cookie by which a browser forgets its secret. */
export function noWriterCookie(site: Site): string {
  return writerCookie(site, '').replace(/Max-Age=\d+/, 'Max-Age=0');
}

/** The Set-Cookie by which a browser keeps a secret. */
export function writerCookie({ config }: Pick<Site, 'config'>, secret: string): string {
  const secure = config.url.startsWith('https:') ? '; Secure' : '';
  return `${cookieName({ config })}=${secret}; Path=/; Max-Age=${days * 86_400}; HttpOnly; SameSite=Lax${secure}`;
}

/** `__Host-` keeps a neighbouring subdomain from planting a secret; it needs https. */
function cookieName({ config }: Pick<Site, 'config'>): string {
  return config.url.startsWith('https:') ? '__Host-hustings_writer' : 'hustings_writer';
}
