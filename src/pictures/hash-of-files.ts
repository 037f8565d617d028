import { createHash } from 'node:crypto';
import { canonical } from '../record/entry.ts';

/** What the names of a picture's files begin with: 160 bits of SHA-256 over what each of them holds. */
export function hashOfFiles(files: { name: string; sha256: string }[]): string {
  const named = files
    .map(({ name, sha256 }) => ({ name, sha256 }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return createHash('sha256').update(canonical(named)).digest('hex').slice(0, 40);
}
