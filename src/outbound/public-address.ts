import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { specialBlocks } from './special-blocks.ts';

const special = specialBlocks.map((block) => ipaddr.parseCIDR(block));
/** All that IANA has given out as global unicast (RFC 4291, 2.4). */
const globalSix = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether this is the address of a host on the public internet. What is not known to be one is none: a spelling
 * beside the usual (decimal, octal, hexadecimal, a zone), a special-purpose block, and every IPv6 address that
 * carries an IPv4 one, since whoever translates it would decide where it leads.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0 || text.includes('%')) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv6 && !address.match(globalSix)) return false;
  return !special.some(([block, bits]) => block.kind() === address.kind() && address.match(block, bits));
}
