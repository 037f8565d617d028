import { tidyName } from '../../lib/fold-text.ts';

/**
 * By what a person's responses are found: an address they gave, a name they signed with, the writer of one response, a
 * writer by their id, or an address whose letters they read: what was written with it, and all of the writer whose
 * names it keeps.
 */
export type Who = { by: 'email' | 'name' | 'response' | 'writer' | 'read-email'; value: string };

/** Reads what somebody typed; null where nothing is to be looked for. */
export function readWho(by: string, value: string): Who | null {
  const trimmed = by === 'name' ? tidyName(value) : value.trim();
  if (trimmed === '' || trimmed.length > 300) return null;
  return by === 'email' || by === 'name' || by === 'response' ? { by, value: trimmed } : null;
}
