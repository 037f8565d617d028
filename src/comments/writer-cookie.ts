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
  const kept = getCookie(c, cookieName(site));
  if (kept && /^[\w-]{43}$/.test(kept)) return { secret: kept, setCookie: null };
  const secret = newSecret(site.random);
  const secure = site.config.url.startsWith('https:') ? '; Secure' : '';
  return {
    secret,
    setCookie: `${cookieName(site)}=${secret}; Path=/; Max-Age=${days * 86_400}; HttpOnly; SameSite=Lax${secure}`,
  };
}

/** `__Host-` keeps a neighbouring subdomain from planting a secret; it needs https. */
function cookieName(site: Site): string {
  return site.config.url.startsWith('https:') ? '__Host-hustings_writer' : 'hustings_writer';
}
