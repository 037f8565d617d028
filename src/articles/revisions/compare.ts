import { diffArrays } from 'diff';
import type { BlockKind } from '../../lib/text-blocks.ts';

/** A stretch of a version to compare: the title and the standfirst are blocks too. */
export type VersionBlock = { kind: BlockKind | 'title' | 'standfirst'; text: string };

export type Part = { did: 'kept' | 'out' | 'in'; text: string };
/** One block with what was taken out of it and put into it, or a run of blocks in which nothing changed. */
export type ChangedBlock = { kind: VersionBlock['kind']; parts: Part[] } | { unchanged: number };

/** Steps that one comparison may take in all, so that no pair of texts keeps readers waiting. */
const mostSteps = 3_000_000;
/** Words that may change in one run before it is shown as a whole out and a whole in. */
const mostEdits = 1_200;

/**
 * What changed from one version to the next, word by word, in the order of the page. Texts that are too unlike to
 * be compared within a bounded time are shown as wholly taken out and put in: that is true as well.
 */
export function compareBlocks(before: VersionBlock[], after: VersionBlock[]): ChangedBlock[] {
  const budget = { steps: mostSteps };
  const changed: ChangedBlock[] = [];
  const gone: VersionBlock[] = [];
  const come: VersionBlock[] = [];
  const settle = () => changed.push(...compareRun(gone.splice(0), come.splice(0), budget));
  for (const { did, items } of steps(before.map(nameOf), after.map(nameOf), budget)) {
    if (did === 'out') gone.push(...items.map(blockOf));
    else if (did === 'in') come.push(...items.map(blockOf));
    else {
      settle();
      changed.push({ unchanged: items.length });
    }
  }
  settle();
  return changed;
}

type Budget = { steps: number };
type Step = { did: Part['did']; items: string[] };

const nameOf = ({ kind, text }: VersionBlock) => `${kind} ${text}`;

function blockOf(name: string): VersionBlock {
  const at = name.indexOf(' ');
  return { kind: name.slice(0, at) as VersionBlock['kind'], text: name.slice(at + 1) };
}

/** The shortest way from one list to the other, or all out and all in where that way would be too long. */
function steps(before: string[], after: string[], budget: Budget): Step[] {
  const most = Math.min(mostEdits, Math.floor(Math.sqrt(budget.steps)));
  const found = diffArrays(before, after, { maxEditLength: most });
  if (found === undefined) {
    budget.steps -= most * most;
    return [
      { did: 'out', items: before },
      { did: 'in', items: after },
    ];
  }
  const edits = found.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
  budget.steps -= edits * edits;
  return found.map(({ added, removed, value }) => ({
    did: added ? 'in' : removed ? 'out' : 'kept',
    items: value,
  }));
}

/** Blocks that were replaced by others: compared as one text, so that one divided in two is seen as that. */
function compareRun(gone: VersionBlock[], come: VersionBlock[], budget: Budget): ChangedBlock[] {
  if (gone.length === 0) return come.map(({ kind, text }) => ({ kind, parts: [{ did: 'in', text }] }));
  if (come.length === 0) return gone.map(({ kind, text }) => ({ kind, parts: [{ did: 'out', text }] }));
  const found = steps(gone.flatMap(wordsOf), come.flatMap(wordsOf), budget);
  return asBlocks(withoutCrumbs(found), gone[0]?.kind ?? 'paragraph');
}

/** A block's mark of its kind, then its words, punctuation apart, each with the space that follows it. */
function wordsOf({ kind, text }: VersionBlock): string[] {
  return [`${blockMark}${kind}`, ...(`${text} `.match(word) ?? [])];
}

const blockMark = '\u0000';
const word =
  /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|https?:\/\/[^\s\]]+|[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*|[^\s])\s?/gu;

/** Where two words stand between longer changes, they were kept by chance: the change is shown as one. */
function withoutCrumbs(found: Step[]): Step[] {
  const tidy: Step[] = [];
  for (const [index, step] of found.entries()) {
    const isCrumb =
      step.did === 'kept' &&
      step.items.length < 3 &&
      !step.items.some((item) => item.startsWith(blockMark)) &&
      step.items.length < lengthAround(found, index, -1) &&
      step.items.length < lengthAround(found, index, 1);
    if (isCrumb) tidy.push({ did: 'out', items: step.items }, { did: 'in', items: step.items });
    else tidy.push(step);
  }
  return tidy;
}

/** How many words changed right before or behind a place. */
function lengthAround(found: Step[], index: number, way: -1 | 1): number {
  let length = 0;
  for (let at = index + way; found[at] && found[at]?.did !== 'kept'; at += way)
    length += found[at]?.items.length ?? 0;
  return length;
}

/** The words under the blocks of the newer version; a block that went as a whole stands where it was. */
function asBlocks(found: Step[], first: VersionBlock['kind']): ChangedBlock[] {
  const blocks: { kind: VersionBlock['kind']; parts: Part[] }[] = [];
  let block: (typeof blocks)[number] = { kind: first, parts: [] };
  const open = (kind: VersionBlock['kind']) => {
    block = { kind, parts: [] };
    blocks.push(block);
  };
  for (const { did, items } of grouped(found))
    for (const item of items) {
      if (item.startsWith(blockMark)) {
        const kind = item.slice(1) as VersionBlock['kind'];
        if (did !== 'out' || isOver(block)) open(kind);
        continue;
      }
      if (blocks.length === 0) open(first);
      add(block.parts, did, item);
    }
  return blocks.filter(({ parts }) => parts.length > 0);
}

/** Nothing of it is in the newer version: what goes next was a block of its own. */
function isOver({ parts }: { parts: Part[] }): boolean {
  return parts.every(({ did }) => did === 'out');
}

/** What went out next to what came in stands before it, as one stretch each. */
function grouped(found: Step[]): Step[] {
  const all: Step[] = [];
  let out: string[] = [];
  let come: string[] = [];
  const settle = () => {
    if (out.length > 0) all.push({ did: 'out', items: out });
    if (come.length > 0) all.push({ did: 'in', items: come });
    out = [];
    come = [];
  };
  for (const { did, items } of found) {
    if (did === 'out') out.push(...items);
    else if (did === 'in') come.push(...items);
    else {
      settle();
      all.push({ did, items });
    }
  }
  settle();
  return all;
}

function add(parts: Part[], did: Part['did'], text: string): void {
  const last = parts.at(-1);
  if (last?.did === did) last.text += text;
  else parts.push({ did, text });
}
