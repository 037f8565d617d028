import { newId } from '../lib/ids.ts';
import type { Site } from '../site.ts';

const lastIds = new WeakMap<Site['store'], string>();
/** The time in a UUID of version 7: its first 48 bits. */
const timeLength = 13;

/**
 * The id of a new entry. Entries are placed in the order of their ids: those that one process makes in the same
 * millisecond count up from the first (RFC 9562, 6.2), so that what was done later stands later in the chain.
 */
export function newEntryId(site: Site): string {
  const fresh = newId(site.clock, site.random);
  const last = lastIds.get(site.store) ?? '';
  const sameTime = last.slice(0, timeLength) === fresh.slice(0, timeLength);
  const id = sameTime && last >= fresh ? following(last) : fresh;
  lastIds.set(site.store, id);
  return id;
}

function following(id: string): string {
  const digits = (BigInt(`0x${id.replaceAll('-', '')}`) + 1n).toString(16).padStart(32, '0');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
