import * as z from 'zod';
import { parseJson } from '../lib/json.ts';
import { actions, articleOf, canonical, commit, type Subject } from './entry.ts';
import type { StoredEntry } from './queries.ts';

const common = { v: z.literal(1), id: z.string(), at: z.string() };
const bodyShape = z.strictObject({
  ...common,
  action: z.enum(actions),
  by: z.strictObject({ role: z.string(), pseudonym: z.string().optional() }),
  subject: z.strictObject({
    type: z.string(),
    id: z.string(),
    article: z.string().optional(),
    number: z.int().optional(),
  }),
  reason: z.string().nullable(),
  visibility: z.enum(['public', 'private']),
  words: z.string().nullable(),
});
const sealedShape = z.strictObject({ ...common, visibility: z.literal('private'), sealed: z.string() });

/** What in an entry does not agree with itself, in words; null when its columns say what its bytes say. */
export function wrongColumn(entry: StoredEntry): string | null {
  return entry.visibility === 'public' ? wrongOpen(entry) : wrongSealed(entry);
}

function wrongOpen(entry: StoredEntry): string | null {
  const leaf = bodyShape.safeParse(parseJson(entry.leaf)).data;
  if (!leaf || canonical(leaf) !== entry.leaf) return 'its bytes are not a canonical entry';
  if (entry.private_body !== null || entry.private_salt !== null) return 'a public entry has a private part';
  if (entry.article_id !== articleOf(leaf.subject as Subject)) return 'its article';
  return wrongCopy(entry, leaf) ?? (leaf.visibility === 'public' ? null : 'its visibility');
}

function wrongSealed(entry: StoredEntry): string | null {
  const leaf = sealedShape.safeParse(parseJson(entry.leaf)).data;
  if (!leaf || canonical(leaf) !== entry.leaf) return 'its bytes are not a canonical entry';
  if (entry.article_id !== null) return 'a private entry names an article';
  if (entry.private_body === null || entry.private_salt === null) return 'its private part is missing';
  if (commit(entry.private_salt, entry.private_body) !== leaf.sealed)
    return 'its private part is not the one it commits to';
  const body = bodyShape.safeParse(parseJson(entry.private_body)).data;
  return body ? wrongCopy(entry, body) : 'its private part is not a canonical entry';
}

function wrongCopy(entry: StoredEntry, leaf: { id: string; at: string; action?: string }): string | null {
  if (leaf.id !== entry.id) return 'its id';
  if (leaf.at !== entry.at) return 'its time';
  return leaf.action !== undefined && leaf.action !== entry.action ? 'its action' : null;
}
