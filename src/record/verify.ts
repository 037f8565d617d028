import * as z from 'zod';
import { parseJson } from '../lib/json.ts';
import type { Checkpoint } from '../merkle/checkpoint.ts';
import type { Site } from '../site.ts';
import { wrongColumn } from './check-entry.ts';
import { chainHash, genesis } from './entry.ts';
import { type Head, headPath, readHead } from './head-file.ts';
import { AgainstCheckpoint } from './log/against.ts';
import { type StoredEntry, storedEntries } from './queries.ts';

/** What is wrong with one entry; `seq` is its number in the chain. */
export type Fault = { seq: number; sentence: string };
export type Verdict = { entries: number; head: string | null; faults: Fault[] };

/** Small: what is alive while memory is swept stays in it for long, and a page is. */
const pageSize = 400;
const mostFaults = 100;

/** Hears how far a check has come: so many of what. */
export type Tell = (done: number, what: string) => void;
/**
 * `kept` is the head file as it was before anything was placed; without it, it is read now. `against` is a checkpoint
 * that was kept elsewhere: only that shows a chain that was built anew from an earlier point.
 */
export type ChainCheck = { kept?: Head | null; tell?: Tell; against?: Checkpoint };

/**
 * Walks the chain from its first entry: numbers from 1 without gap, each entry's bytes canonical and equal to its
 * columns, each hash following from the one before, private entries true to their commitments, and the end where the
 * head file says. Answers every fault found, at most 100, the first first.
 */
export async function verifyChain(site: Site, { kept, tell, against }: ChainCheck = {}): Promise<Verdict> {
  const folder = site.config.dataFolder;
  const check = chainCheck({ kept: kept === undefined ? readHead(folder) : kept, against, folder });
  let count = 0;
  for (let after: number | null = null; ; ) {
    const page: StoredEntry[] = await storedEntries(site.store.read, { after, limit: pageSize });
    for (const entry of page) check.take(entry);
    count += page.length;
    tell?.(count, 'entries');
    const last = page.at(-1);
    if (!last || page.length < pageSize) break;
    after = last.seq;
  }
  return check.end();
}

/**
 * The check of a chain whose entries are given to it in their order: for whatever they come from. `kept` is the head
 * file, `folder` where it should be.
 */
export function chainCheck({ kept, against, folder }: Holding & { folder: string }) {
  const walk = newWalk({ kept, against });
  return {
    take: (entry: StoredEntry) => checkEntry(walk, entry),
    end(): Verdict {
      checkEnd(walk, folder);
      return verdictOf(walk);
    },
  };
}

/** No number below 1 is ever given: such a row is not walked on from. */
function checkEntry(walk: Walk, entry: StoredEntry): void {
  if (entry.seq < 1) {
    report(walk, entry.seq, `Entry ${entry.seq} was put in by hand: the record begins at 1.`);
    return;
  }
  checkLink(walk, entry);
  const wrong = wrongColumn(entry);
  if (wrong) report(walk, entry.seq, `Entry ${entry.seq} was changed: ${wrong}.`);
}

const lineShape = z.strictObject({ seq: z.int().min(1), hash: z.string(), leaf: z.string() });

/**
 * Walks the chain of a downloaded record, one line of JSON for each entry, without any install. Where it should end
 * only the publication can say: compare the head with the one on its page.
 */
export async function verifyExport(
  lines: AsyncIterable<string>,
  { against, tell }: Pick<ChainCheck, 'against' | 'tell'> = {},
): Promise<Verdict> {
  const walk = newWalk({ kept: null, against });
  for await (const line of lines) {
    if (line === '') continue;
    const entry = lineShape.safeParse(parseJson(line)).data;
    if (entry) checkLink(walk, entry);
    else report(walk, walk.seq + 1, `The line after entry ${walk.seq} is not an entry of a record.`);
    if (walk.count % pageSize === 0) tell?.(walk.count, 'entries');
  }
  return verdictOf(walk);
}

function verdictOf(walk: Walk): Verdict {
  const missing = walk.against?.end();
  if (missing) report(walk, missing.seq, missing.sentence);
  const { count, stored, faults } = walk;
  return { entries: count, head: count > 0 ? stored : null, faults };
}

type Walk = {
  seq: number;
  count: number;
  /** The hash stored at the last entry, and the one computed for it: they differ where something is wrong. */
  stored: string;
  computed: string;
  kept: Head | null;
  against: AgainstCheckpoint | null;
  faults: Fault[];
};

type Holding = { kept: Head | null; against: Checkpoint | undefined };

function newWalk({ kept, against }: Holding): Walk {
  const held = against ? new AgainstCheckpoint(against) : null;
  return { seq: 0, count: 0, stored: genesis, computed: genesis, kept, against: held, faults: [] };
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
  const rewritten = walk.against?.take(entry.leaf);
  if (rewritten) report(walk, rewritten.seq, rewritten.sentence);
  walk.seq = entry.seq;
  walk.count += 1;
  walk.stored = entry.hash;
  walk.computed = follows ? entry.hash : (expected[0] ?? entry.hash);
}

function checkEnd(walk: Walk, folder: string): void {
  if (walk.kept === null && walk.count > 0)
    report(
      walk,
      walk.seq,
      'The head file is missing: entries cut off at the end would not show. ' +
        `Put ${headPath(folder)} back from a backup, or run this on the machine whose server places the entries.`,
    );
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
