import type { Config } from '../config.ts';

export const secureCookies = (config: Config): boolean => config.url.startsWith('https:');

/**
 * How the names of our cookies begin. Over https a browser takes a `__Host-` cookie from this very host alone
 * (RFC 6265bis, 4.1.3.2), so that a neighbour under the same domain cannot plant a session.
 */
export function cookiePrefix(config: Config): string {
  return secureCookies(config) ? '__Host-hustings' : 'hustings';
}

/** The request's `Cookie` header if it holds a session of ours, else null. Tells nothing about its truth. */
export function cookieWithSession(config: Config, headers: Headers): string | null {
  const name = `${cookiePrefix(config)}.session_token=`;
  const cookie = headers.get('cookie');
  if (cookie === null) return null;
  return cookie.split(';').some((each) => each.trimStart().startsWith(name)) ? cookie : null;
}
