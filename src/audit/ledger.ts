import type { Action } from '../record/entry.ts';

/** What the record says that a response is to readers. */
export type Standing = 'published' | 'removed' | 'withdrawn' | 'erased' | 'withheld';

const standings = ['none', 'published', 'removed', 'withdrawn', 'erased', 'withheld'] as const;
const becomes: Partial<Record<Action, Standing>> = {
  'comment.publish': 'published',
  'comment.remove': 'removed',
  'comment.withhold': 'withheld',
  'comment.restore': 'published',
  'comment.withdraw': 'withdrawn',
  'comment.erase': 'erased',
};
const standingBits = 7;
const publishedBit = 8;
const seenBit = 16;

/** What the entries say of a response whose words were changed: the last commitment, its time, how many changes. */
export type ChangedWords = { words: string | null; at: string | null; edits: number };

/** Numbers of one article that share an array. */
const perPart = 1024;

/**
 * What the entries say, replayed in their order: one byte for each number under each article, so that a record of
 * any length fits into memory.
 */
export class Ledger {
  /** Ids of articles that came from an archive: their entry is their responses' too. */
  readonly imported = new Set<string>();
  /** Ids of articles that stand withdrawn. */
  readonly withdrawn = new Set<string>();
  /** By a response's id: the wordings that entries commit to, beside the one it was published with. */
  readonly changed = new Map<string, ChangedWords>();
  /** By an imported article's id: what the last erasure under it left of the words that its import committed to. */
  readonly leftOfImports = new Map<string, string | null>();
  /** By a response's id: what an entry about its words does not agree with, unless its name was taken off later. */
  readonly unmatched = new Map<string, { sentence: string; seq: number }>();
  /** By a response's id: what is wrong with one that has lost its writer, unless an entry says later that it has. */
  readonly ownerless = new Map<string, { sentence: string; seq: number }>();
  readonly #parts = new Map<string, Uint8Array>();

  /** Replays what was done to a response. Answers false for a second publication of the same number. */
  enter(articleId: string, number: number, action: Action): boolean {
    const standing = becomes[action];
    if (standing === undefined) return true;
    const { part, at } = this.#place(articleId, number);
    const before = part[at] ?? 0;
    const again = action === 'comment.publish' && (before & publishedBit) !== 0;
    const published = action === 'comment.publish' ? publishedBit : before & publishedBit;
    part[at] = (before & seenBit) | published | standings.indexOf(standing);
    return !again;
  }

  /** What was entered under a number, and whether it was asked for before: a number stands once. */
  take(articleId: string, number: number): { standing: Standing | null; published: boolean; again: boolean } {
    const { part, at } = this.#place(articleId, number);
    const value = part[at] ?? 0;
    part[at] = value | seenBit;
    const standing = standings[value & standingBits] ?? 'none';
    return {
      standing: standing === 'none' ? null : standing,
      published: (value & publishedBit) !== 0,
      again: (value & seenBit) !== 0,
    };
  }

  #place(articleId: string, number: number): { part: Uint8Array; at: number } {
    const key = `${articleId} ${Math.floor(number / perPart)}`;
    const part = this.#parts.get(key) ?? new Uint8Array(perPart);
    this.#parts.set(key, part);
    return { part, at: ((number % perPart) + perPart) % perPart };
  }
}
