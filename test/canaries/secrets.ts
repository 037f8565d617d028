/**
 * A word that stands nowhere else, and when readers may meet it: `kept` throughout, `before` until what it stands in is
 * taken from them, `never` at all.
 */
export type Canary = { word: string; of: string; seen: 'kept' | 'before' | 'never' };

/** The canaries of one publication. No word of theirs is part of another. */
export class Canaries {
  readonly all: Canary[] = [];

  /** A new canary in something that readers may see like this. */
  put(of: string, seen: Canary['seen']): string {
    const word = `Zq${lettersOf(this.all.length)}vyx`;
    this.all.push({ word, of, seen });
    return word;
  }

  /** Those of one kind. */
  those(seen: Canary['seen']): Canary[] {
    return this.all.filter((each) => each.seen === seen);
  }
}

/** A number in consonants alone, as nobody writes and no two look alike. */
function lettersOf(index: number): string {
  const letters = 'bdfgkmprt';
  return [...index.toString(9).padStart(3, '0')].map((digit) => letters[Number(digit)]).join('');
}

/** Which of the canaries stand in what somebody got, in any case of their letters. */
export function found(canaries: readonly Canary[], text: string): Canary[] {
  const words = new Set(text.match(/zq[a-z]{3}vyx/gi)?.map((word) => word.toLowerCase()));
  return words.size === 0 ? [] : canaries.filter(({ word }) => words.has(word.toLowerCase()));
}
