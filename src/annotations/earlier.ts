import { keyOf } from './mentions.ts';
import { shortNamesOf } from './short-names.ts';

/** An earlier comment as references see it: `name` is what its writer is called, `isPart` where that is a part of what they signed with. */
export type Named = { number: number; author: string; name: string; isPart: boolean };

/** What a comment may refer to. */
export type Earlier = {
  has(number: number): boolean;
  /** The nearest comment of a name, by the name's key; of a short name only where one writer alone has it. */
  nearest(key: string): Named | null;
};

type Short = { comments: Named[]; signed: string; sharedFrom: number };

/** The comments of a thread by number and by name, added in the order of their numbers. */
export class EarlierComments {
  private readonly numbers = new Set<number>();
  private readonly named = new Map<string, Named[]>();
  private readonly short = new Map<string, Short>();

  /** `author` is null for a comment whose words are gone: its number stays. */
  add(number: number, author: string | null): void {
    this.numbers.add(number);
    if (author === null) return;
    const key = keyOf(author);
    const known = this.named.get(key);
    const comment = { number, author, name: author, isPart: false };
    if (known) known.push(comment);
    else this.named.set(key, [comment]);
    for (const short of shortNamesOf(author)) this.addShort(key, { number, author, ...short });
  }

  private addShort(signed: string, comment: Named): void {
    const key = keyOf(comment.name);
    const known = this.short.get(key);
    if (!known) this.short.set(key, { comments: [comment], signed, sharedFrom: Number.POSITIVE_INFINITY });
    else if (known.signed === signed) known.comments.push(comment);
    else known.sharedFrom = Math.min(known.sharedFrom, comment.number);
  }

  /** Those before a comment. */
  before(comment: number): Earlier {
    const latest = (comments: Named[] = []) => comments.findLast(({ number }) => number < comment) ?? null;
    const short = (key: string) => {
      const known = this.short.get(key);
      return known && known.sharedFrom >= comment ? latest(known.comments) : null;
    };
    return {
      has: (number) => number < comment && this.numbers.has(number),
      nearest: (key) => latest(this.named.get(key)) ?? short(key),
    };
  }
}
