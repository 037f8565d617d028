import * as z from 'zod';
import type { Seen } from '../articles/seen.ts';

const place = /^(draft|published|withdrawn)\.(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/;

/** The header that says which version a change is made to. */
export const matchHeaders = z.object({
  'If-Match': z.string().optional().describe('The ETag of the version that is changed. Without it: 428.'),
});

/** The same where it may be left out. */
export const versionHeaders = z.object({
  'If-Match': z
    .string()
    .optional()
    .describe('The ETag of the version that is meant. Where it is another by then: 412.'),
});

/** The version of an article: changes with everything that is saved of it. Its ETag is this in quotes. */
export function versionOf({ state, updatedAt }: Seen): string {
  return `${state}.${updatedAt}`;
}

/** What `If-Match` (RFC 9110, 13.1.1) lists: versions, or `any` for `*`. Weak tags never match. */
export function readIfMatch(header: string): Seen[] | 'any' {
  if (header.trim() === '*') return 'any';
  return header.split(',').flatMap((tag) => {
    const [, version = ''] = /^\s*"([^"]*)"\s*$/.exec(tag) ?? [];
    const [, state, updatedAt] = place.exec(version) ?? [];
    return state && updatedAt ? [{ state: state as Seen['state'], updatedAt }] : [];
  });
}
