/** What of ours is cited: a version of an article, or a response, with all that a reference names. */
export type CitedText = {
  kind: 'article' | 'response';
  /** For programs: ASCII letters, digits and hyphens. */
  key: string;
  title: string;
  publication: string;
  authors: string[];
  /** The date that the page prints; null where it is unknown. */
  dated: string | null;
  /** Of an article. */
  version: { number: number; at: string } | null;
  /** The address that names these very words. */
  url: string;
  /** SHA-256 of the words, hexadecimal. */
  hash: string;
  /** A BCP 47 tag. */
  language: string;
  /** The day on which the reference is made: `YYYY-MM-DD`. */
  read: string;
};

/** A text on one line, without signs that are none. */
export function oneLine(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The authors' names, each on one line. */
export function authorsOf({ authors }: Pick<CitedText, 'authors'>): string[] {
  return authors.map(oneLine).filter((name) => name !== '');
}

/** The day of a date or time, as far as it is told. */
export function dayOf(dated: string): string {
  return dated.slice(0, 10);
}
