import { isIP } from 'node:net';
import { FetchStopped, type OutboundRules } from './outbound.ts';
import { isPublicAddress } from './public-address.ts';

/** Where one request goes: the name that was asked for, and the addresses that a connection may be made to. */
export type Target = { url: URL; host: string; port: number; secure: boolean; addresses: string[] };

/** Answers every address of a name. */
export type Resolve = (name: string) => Promise<string[]>;

const ports = [80, 443];
const longestUrl = 4_000;

/**
 * Reads an address and finds out where it leads. The name is looked up once; the connection is made to what this
 * answers and to nothing else. Stops with `bad-address`, `bad-port`, `unknown-name`, `not-public`.
 */
export async function findTarget(
  text: string,
  { rules, resolve }: { rules: OutboundRules; resolve: Resolve },
): Promise<Target> {
  const url = readUrl(text);
  const secure = url.protocol === 'https:';
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const exempt = rules.allow.includes(`${url.hostname}:${port}`);
  if (!exempt && !ports.includes(port))
    throw new FetchStopped('bad-port', `Port ${port} is not asked: only 80 and 443 are.`);
  const addresses = isIP(host) > 0 ? [host] : await resolveName(host, resolve);
  if (!exempt && !addresses.every(isPublicAddress))
    throw new FetchStopped('not-public', `${host} does not lead to the public internet: it is not asked.`);
  return { url, host, port, secure, addresses };
}

function readUrl(text: string): URL {
  const url = text.length <= longestUrl && URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new FetchStopped('bad-address', 'The address must be a web address such as https://example.org/.');
  if (url.username !== '' || url.password !== '')
    throw new FetchStopped('bad-address', 'The address has a user name or a password in it: take it out.');
  url.hash = '';
  return url;
}

async function resolveName(host: string, resolve: Resolve): Promise<string[]> {
  const addresses = await resolve(host).catch(() => []);
  if (addresses.length === 0)
    throw new FetchStopped('unknown-name', `There is no host by the name ${host}, or none can be found now.`);
  return addresses;
}
