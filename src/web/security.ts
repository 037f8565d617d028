import type { Context, MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';

/**
 * Headers of every answer. Pages are shared and cached, so the policy knows no nonces: styles and scripts come from
 * here alone, and none stands inside a page (CSP Level 3). Referrer-Policy keeps the Origin that forms need.
 */
export const securityHeaders: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Adds them to every answer that did not set its own. */
export const withSecurityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeaders))
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
};

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * True when a request that may change something was not sent by a page of this publication. Browsers send Origin
 * with every POST; a program that sends none carries no cookie of a reader's, and is no forgery.
 */
export function isForged(c: Context, config: Config): boolean {
  if (reading.has(c.req.method) || isOneClick(c)) return false;
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  if (origin === undefined) return site !== undefined && site !== 'same-origin' && site !== 'none';
  return origin !== config.url && !isOwnHost(origin, { host: c.req.header('host'), url: config.url });
}

/** A mail program's press to end letters (RFC 8058) comes from wherever it is: the secret in its address is the right. */
function isOneClick(c: Context): boolean {
  return /^\/letters\/[\w-]+\/[\w-]+\/stop\/(?:[\w-]+\/)?$/.test(c.req.path);
}

/** The host that was asked, by the public address's own scheme: 127.0.0.1 for localhost, a test's port. */
function isOwnHost(origin: string, { host, url }: { host: string | undefined; url: string }): boolean {
  if (host === undefined || !URL.canParse(origin)) return false;
  return origin === `${new URL(url).protocol}//${host}` && new URL(origin).origin === origin;
}
