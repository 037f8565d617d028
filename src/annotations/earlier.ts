import { keyOf } from './mentions.ts';

/** An earlier comment as references see it. */
export type Named = { number: number; author: string };

/** What a comment may refer to. */
export type Earlier = {
  has(number: number): boolean;
  /** The nearest comment of a name, by the name's key. */
  nearest(key: string): Named | null;
};

/** The comments of a thread by number and by name, added in the order of their numbers. */
export class EarlierComments {
  private readonly numbers = new Set<number>();
  private readonly named = new Map<string, Named[]>();

  /** `author` is null for a comment whose words are gone: its number stays. */
  add(number: number, author: string | null): void {
    this.numbers.add(number);
    if (author === null) return;
    const key = keyOf(author);
    const known = this.named.get(key);
    if (known) known.push({ number, author });
    else this.named.set(key, [{ number, author }]);
  }

  /** Those before a comment. */
  before(comment: number): Earlier {
    return {
      has: (number) => number < comment && this.numbers.has(number),
      nearest: (key) => this.named.get(key)?.findLast(({ number }) => number < comment) ?? null,
    };
  }
}
