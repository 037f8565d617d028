import * as z from 'zod';
import type { Site } from '../site.ts';
import { actions, articleOf, canonical, chainHash, commit, genesis, type Subject } from './entry.ts';
import { type Head, readHead } from './head-file.ts';
import { type StoredEntry, storedEntries } from './queries.ts';

/** What is wrong with one entry; `seq` is its number in the chain. */
export type Fault = { seq: number; sentence: string };
export type Verdict = { entries: number; head: string | null; faults: Fault[] };

const pageSize = 1000;
const mostFaults = 100;

/**
 * Walks the chain from its first entry: numbers without gap, each entry's bytes canonical and equal to its columns,
 * each hash following from the one before, private entries true to their commitments, and the end where the head
 * file says. Answers every fault found, at most 100, the first first.
 */
export async function verifyChain(site: Site): Promise<Verdict> {
  const walk = newWalk(readHead(site.config.dataFolder));
  for (;;) {
    const page = await storedEntries(site.store.read, { after: walk.seq, limit: pageSize });
    for (const entry of page) {
      checkLink(walk, entry);
      checkColumns(walk, entry);
    }
    if (page.length < pageSize) break;
  }
  checkEnd(walk);
  return verdictOf(walk);
}

const lineShape = z.strictObject({ seq: z.int().min(1), hash: z.string(), leaf: z.string() });

/**
 * Walks the chain of a downloaded record, one line of JSON for each entry, without any install. Where it should end
 * only the publication can say: compare the head with the one on its page.
 */
export async function verifyExport(lines: AsyncIterable<string>): Promise<Verdict> {
  const walk = newWalk(null);
  for await (const line of lines) {
    if (line === '') continue;
    const entry = lineShape.safeParse(parse(line)).data;
    if (entry) checkLink(walk, entry);
    else report(walk, walk.seq + 1, `The line after entry ${walk.seq} is not an entry of a record.`);
  }
  return verdictOf(walk);
}

function verdictOf({ count, stored, faults }: Walk): Verdict {
  return { entries: count, head: count > 0 ? stored : null, faults };
}

type Walk = {
  seq: number;
  count: number;
  /** The hash stored at the last entry, and the one computed for it: they differ where something is wrong. */
  stored: string;
  computed: string;
  kept: Head | null;
  faults: Fault[];
};

function newWalk(kept: Head | null): Walk {
  return { seq: 0, count: 0, stored: genesis, computed: genesis, kept, faults: [] };
}

function report(walk: Walk, seq: number, sentence: string): void {
  if (walk.faults.length < mostFaults) walk.faults.push({ seq, sentence });
}

/** Its number is the next, and its hash follows from it and from the one before. */
function checkLink(walk: Walk, entry: Pick<StoredEntry, 'seq' | 'hash' | 'leaf'>): void {
  const gap = entry.seq - walk.seq - 1;
  if (gap === 1) report(walk, entry.seq - 1, `Entry ${entry.seq - 1} is missing.`);
  if (gap > 1) report(walk, walk.seq + 1, `Entries ${walk.seq + 1} to ${entry.seq - 1} are missing.`);
  const expected = [walk.stored, walk.computed].map((previous) => chainHash(previous, entry.leaf));
  const follows = gap > 0 || expected.includes(entry.hash);
  if (!follows) report(walk, entry.seq, `Entry ${entry.seq} was changed: its hash does not follow from it.`);
  if (walk.kept?.seq === entry.seq && walk.kept.hash !== entry.hash)
    report(walk, entry.seq, `Entry ${entry.seq} is not the one that the head file was written for.`);
  walk.seq = entry.seq;
  walk.count += 1;
  walk.stored = entry.hash;
  walk.computed = follows ? entry.hash : (expected[0] ?? entry.hash);
}

/** Its columns say what its bytes say. */
function checkColumns(walk: Walk, entry: StoredEntry): void {
  const wrong = wrongColumn(entry);
  if (wrong) report(walk, entry.seq, `Entry ${entry.seq} was changed: ${wrong}.`);
}

function checkEnd(walk: Walk): void {
  const end = walk.kept?.seq ?? 0;
  if (end === walk.seq + 1)
    report(walk, end, `Entry ${end}, the last, is missing: the head file knows of it.`);
  if (end > walk.seq + 1)
    report(
      walk,
      walk.seq + 1,
      `Entries ${walk.seq + 1} to ${end} are missing at the end: the head file knows of them.`,
    );
}

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

/** What in an entry does not agree with itself, in words; null when all does. */
function wrongColumn(entry: StoredEntry): string | null {
  return entry.visibility === 'public' ? wrongOpen(entry) : wrongSealed(entry);
}

function wrongOpen(entry: StoredEntry): string | null {
  const leaf = bodyShape.safeParse(parse(entry.leaf)).data;
  if (!leaf || canonical(leaf) !== entry.leaf) return 'its bytes are not a canonical entry';
  if (entry.private_body !== null || entry.private_salt !== null) return 'a public entry has a private part';
  if (entry.article_id !== articleOf(leaf.subject as Subject)) return 'its article';
  return wrongCopy(entry, leaf) ?? (leaf.visibility === 'public' ? null : 'its visibility');
}

function wrongSealed(entry: StoredEntry): string | null {
  const leaf = sealedShape.safeParse(parse(entry.leaf)).data;
  if (!leaf || canonical(leaf) !== entry.leaf) return 'its bytes are not a canonical entry';
  if (entry.article_id !== null) return 'a private entry names an article';
  if (entry.private_body === null && entry.private_salt === null) return wrongCopy(entry, leaf);
  if (commit(entry.private_salt ?? '', entry.private_body ?? '') !== leaf.sealed)
    return 'its private part is not the one it commits to';
  const body = bodyShape.safeParse(parse(entry.private_body ?? '')).data;
  return body ? wrongCopy(entry, body) : 'its private part is not a canonical entry';
}

function wrongCopy(entry: StoredEntry, leaf: { id: string; at: string; action?: string }): string | null {
  if (leaf.id !== entry.id) return 'its id';
  if (leaf.at !== entry.at) return 'its time';
  return leaf.action !== undefined && leaf.action !== entry.action ? 'its action' : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
