import { type Budget, firstWindow } from './in-order.ts';
import { lowerFirst, sameJoint, type Word, wordsOf } from './words.ts';

/** A text that can be quoted from, in the order in which it was published. */
export type Source = { article: true; revision?: number } | { comment: number } | { citation: string };

/** Where words stand: in which source, which of its paragraphs, and from which letter to which (exclusive). */
export type Place = { source: Source; paragraph: number; from: number; to: number };

/** `wholes` are its words with what a hyphen joins taken for one, as numbers, and where each begins among its words. */
type Paragraph = {
  source: Source;
  index: number;
  words: Word[];
  start: number;
  wholes: number[];
  beginnings: number[];
};

/** Where quotations are looked for. */
export type Searchable = {
  /** The first place where its parts stand word for word. */
  findExact(parts: readonly (readonly Word[])[], budget: Budget): Place | null;
  /** The first place where enough of its words stand in order. */
  findAltered(words: readonly Word[], like: Alike & { budget: Budget }): Place | null;
};

/** How much of an index is looked through: so many of its first paragraphs and words. */
type Extent = { paragraphs: number; words: number };

/**
 * Everything that may be quoted in a thread, ready to be looked through. Paragraphs are numbered through; so are the
 * words, and each folded word knows where it stands, so that a quotation is looked for where its rarest word is.
 */
export class Passages implements Searchable {
  private readonly paragraphs: Paragraph[] = [];
  private readonly places = new Map<string, Uint32List>();
  private readonly numbers = new Map<string, number>();
  private readonly holders: Uint32List[] = [];
  private readonly paragraphOf = new Uint32List();
  private readonly words: Word[] = [];
  private readonly beginnings: (Extent & { comment: number })[] = [];

  /** Adds a source behind those that are there. Paragraphs are plain text. */
  add(source: Source, paragraphs: readonly string[]): void {
    if ('comment' in source) this.beginnings.push({ comment: source.comment, ...this.extent });
    for (const [index, text] of paragraphs.entries()) {
      const words = wordsOf(text);
      const start = this.words.length;
      for (const [offset, word] of words.entries()) {
        const key = fold(word.text);
        const places = this.places.get(key) ?? new Uint32List();
        places.push(start + offset);
        this.places.set(key, places);
        this.paragraphOf.push(this.paragraphs.length);
      }
      const { texts, beginnings } = wholesOf(words);
      const wholes = texts.map((whole) => this.numberOf(whole));
      for (const number of wholes) this.holders[number]?.push(this.paragraphs.length);
      for (const word of words) this.words.push(word); // spread, a long paragraph is more than a call takes
      this.paragraphs.push({ source, index, words, start, wholes, beginnings });
    }
  }

  /** How many words it holds. */
  get size(): number {
    return this.words.length;
  }

  private get extent(): Extent {
    return { paragraphs: this.paragraphs.length, words: this.words.length };
  }

  /** What was there before a comment: sources are added in the order of the comments' numbers. */
  before(comment: number): Searchable {
    let [low, high] = [0, this.beginnings.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.beginnings[middle]?.comment ?? 0) >= comment) high = middle;
      else low = middle + 1;
    }
    const within = this.beginnings[low] ?? this.extent;
    return {
      findExact: (parts, budget) => this.findExact(parts, budget, within),
      findAltered: (words, like) => this.findAltered(words, { ...like, within }),
    };
  }

  /**
   * The first place where parts of a quotation stand in their order in one source: each part word for word, whatever
   * was left out between two of them. A part of fewer than three words must stand in the paragraph of the one before it.
   */
  findExact(parts: readonly (readonly Word[])[], budget: Budget, within = this.extent): Place | null {
    const [first] = parts;
    if (!first) return null;
    for (const start of this.startsOf(first, { isFirst: true, after: -1 })) {
      budget.left -= parts.length;
      if (budget.left <= 0 || start >= within.words) return null;
      const end = this.follow(parts, start);
      if (end !== null) return this.placeOf(start, end);
    }
    return null;
  }

  /**
   * The first place where at least `share` of a quotation's words stand in order within a window of at most `stretch`
   * times its length, inside one paragraph.
   */
  findAltered(
    words: readonly Word[],
    { share, stretch, budget, within = this.extent }: Alike & { budget: Budget; within?: Extent },
  ): Place | null {
    const { texts } = wholesOf(words);
    const needed = Math.ceil(texts.length * share - 1e-9);
    const most = Math.floor(texts.length * stretch + 1e-9);
    const wanted = texts.map((text) => this.numbers.get(text) ?? -1);
    if (wanted.filter((number) => number >= 0).length < needed) return null;
    for (const each of this.likely(wanted, needed, budget)) {
      const paragraph = this.paragraphs[each];
      if (!paragraph) continue;
      if (each >= within.paragraphs) break;
      const window = firstWindow(wanted, paragraph.wholes, { needed, most, budget });
      if (!window) continue;
      const [from = 0, to = paragraph.words.length] = [window.from, window.to].map(
        (at) => paragraph.beginnings[at],
      );
      return this.placeOf(paragraph.start + from, paragraph.start + to - 1);
    }
    return null;
  }

  /** The paragraphs, in their order, that hold so many of the wanted words at all. */
  private likely(wanted: readonly number[], needed: number, budget: Budget): number[] {
    const times = new Map<number, number>();
    for (const number of wanted) if (number >= 0) times.set(number, (times.get(number) ?? 0) + 1);
    const counts = new Map<number, number>();
    for (const [number, most] of times) {
      const holders = this.holders[number] ?? new Uint32List();
      budget.left -= holders.length / 8;
      let last = -1;
      let here = 0;
      for (let each = 0; each < holders.length; each += 1) {
        const paragraph = holders.at(each);
        here = paragraph === last ? here + 1 : 1;
        last = paragraph;
        if (here <= most) counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1);
      }
    }
    return [...counts]
      .filter(([, count]) => count >= needed)
      .map(([paragraph]) => paragraph)
      .sort((one, other) => one - other);
  }

  /** Where a part stands, in order: looked for at its rarest word. `after` is the last word that comes before it. */
  private *startsOf(
    part: readonly Word[],
    { isFirst, after }: { isFirst: boolean; after: number },
  ): Generator<number> {
    let rarest: Uint32List | null = null;
    let offset = 0;
    for (const [index, { text }] of part.entries()) {
      const places = this.places.get(fold(text));
      if (!places) return;
      if (rarest === null || places.length < rarest.length) [rarest, offset] = [places, index];
    }
    if (rarest === null) return;
    for (let each = rarest.firstAbove(after + offset); each < rarest.length; each += 1) {
      const start = rarest.at(each) - offset;
      if (start >= 0 && this.standsAt(part, start, isFirst)) yield start;
    }
  }

  /** True when a part stands at a place word for word, inside one source. */
  private standsAt(part: readonly Word[], start: number, isFirst: boolean): boolean {
    if (start + part.length > this.words.length) return false;
    for (const [index, word] of part.entries()) {
      const there = this.words[start + index];
      if (!there) return false;
      const loose = isFirst && index === 0;
      const isSame = loose ? lowerFirst(there.text) === lowerFirst(word.text) : there.text === word.text;
      if (!isSame) return false;
      if (index > 0 && !sameJoint(word.joint, there.joint)) return false;
    }
    return this.paragraphAt(start).source === this.paragraphAt(start + part.length - 1).source;
  }

  /** The last word of the last part, when all parts follow one another from a start; null where one does not. */
  private follow(parts: readonly (readonly Word[])[], start: number): number | null {
    let end = start + (parts[0]?.length ?? 0) - 1;
    for (const part of parts.slice(1)) {
      const next = this.nextOf(part, end);
      if (next === null) return null;
      end = next + part.length - 1;
    }
    return end;
  }

  private nextOf(part: readonly Word[], after: number): number | null {
    const [start] = this.startsOf(part, { isFirst: false, after });
    if (start === undefined) return null;
    const isNear = this.paragraphOf.at(start) === this.paragraphOf.at(after);
    const isInSource = this.paragraphAt(start).source === this.paragraphAt(after).source;
    return isNear || (isInSource && part.length >= mostNear) ? start : null;
  }

  private paragraphAt(word: number): Paragraph {
    const paragraph = this.paragraphs[this.paragraphOf.at(word)];
    if (!paragraph) throw new Error(`There is no word ${word}.`);
    return paragraph;
  }

  private placeOf(first: number, last: number): Place {
    const { source, index, start } = this.paragraphAt(first);
    const from = this.words[first]?.from ?? 0;
    const isWithin = last < start + this.paragraphAt(first).words.length;
    const end = isWithin ? last : start + this.paragraphAt(first).words.length - 1;
    return { source, paragraph: index, from, to: this.words[end]?.to ?? from };
  }

  private numberOf(whole: string): number {
    const known = this.numbers.get(whole);
    if (known !== undefined) return known;
    this.numbers.set(whole, this.holders.length);
    this.holders.push(new Uint32List());
    return this.holders.length - 1;
  }
}

/** Words, folded, with what a hyphen joins taken for one; and the index at which each begins. */
function wholesOf(words: readonly Word[]): { texts: string[]; beginnings: number[] } {
  const texts: string[] = [];
  const beginnings: number[] = [];
  for (const [index, { text, joint }] of words.entries()) {
    const last = texts.length - 1;
    if (joint === 'hyphen' && last >= 0) texts[last] += `-${fold(text)}`;
    else {
      texts.push(fold(text));
      beginnings.push(index);
    }
  }
  return { texts, beginnings };
}

/** A shorter part is too common to be looked for in other paragraphs than the part before it. */
const mostNear = 3;

export type Alike = { share: number; stretch: number };

function fold(text: string): string {
  return text.toLowerCase();
}

/** A list of whole numbers that grows: a fraction of the memory of an array of numbers. */
class Uint32List {
  length = 0;
  private items = new Uint32Array(4);

  push(item: number): void {
    if (this.length === this.items.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length] = item;
    this.length += 1;
  }

  /** The index of the first item above a number, of a list in ascending order. */
  firstAbove(number: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) > number) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  at(index: number): number {
    return this.items[index] ?? 0;
  }
}
