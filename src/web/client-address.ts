import { isIP } from 'node:net';
import type { Context } from 'hono';
import type { Config } from '../config.ts';

/** What the server gives each request: the socket's own address. */
export type Bindings = { incoming?: { socket?: { remoteAddress?: string | undefined } } };

/**
 * The network address of whoever asks, one spelling for each; of IPv6 the first 64 bits, which are one household's
 * or one server's. X-Forwarded-For is believed only from a proxy that the configuration trusts: the rightmost
 * address in it that is not such a proxy's. What is no address there is not believed at all.
 */
export function clientAddress(c: Context, config: Config): string {
  const env = c.env as Bindings | undefined;
  const socket = plain(env?.incoming?.socket?.remoteAddress ?? '') ?? 'unknown';
  const trusted = new Set(config.trustedProxies.map(plain));
  if (!trusted.has(socket)) return network(socket);
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map(plain);
  const last = forwarded.findLast((address) => address === null || !trusted.has(address));
  return network(last ?? socket);
}

/** An address in its shortest spelling, without port, brackets or zone; null for what is none. */
function plain(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  if (isIP(bare) === 4) return bare;
  if (isIP(bare) !== 6) return null;
  const spelled = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  return mappedIpv4(spelled) ?? spelled;
}

/** An IPv4 address that came by an IPv6 socket is the same address. */
function mappedIpv4(address: string): string | null {
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address) ?? [];
  if (high === undefined || low === undefined) return null;
  const bits = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return bits.flatMap((part) => [part >> 8, part & 255]).join('.');
}

function network(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const whole = address.includes('::')
    ? [...before, ...Array(8 - before.length - after.length).fill('0'), ...after]
    : before;
  return `${whole.slice(0, 4).join(':')}::/64`;
}
