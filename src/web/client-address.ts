import type { Context } from 'hono';
import type { Config } from '../config.ts';

/** What the server gives each request: the socket's own address. */
export type Bindings = { incoming?: { socket?: { remoteAddress?: string | undefined } } };

/**
 * The network address of whoever asks. X-Forwarded-For is believed only from a proxy that the configuration trusts:
 * the rightmost address in it that is not such a proxy's.
 */
export function clientAddress(c: Context, config: Config): string {
  const env = c.env as Bindings | undefined;
  const socket = plain(env?.incoming?.socket?.remoteAddress ?? 'unknown');
  const trusted = new Set(config.trustedProxies.map(plain));
  if (!trusted.has(socket)) return socket;
  const forwarded = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => plain(part.trim()))
    .filter(Boolean);
  return forwarded.findLast((address) => !trusted.has(address)) ?? socket;
}

/** An IPv4 address that came by an IPv6 socket is the same address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
