const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
/** Joiners spell words in Persian or Hindi and build emoji; after Latin letters they are only noise. */
const STRAY_JOINER = /(?<![^\0-\u024f])[\u200c\u200d]+/gu;

/**
 * A line as the contract wants it: any white space (no-break spaces too) becomes one space; soft hyphens,
 * zero-width characters and byte order marks go. Other characters stay as they are.
 */
export function foldLine(text: string): string {
  return text.replace(INVISIBLE, '').replace(STRAY_JOINER, '').replace(/\s+/gu, ' ').trim();
}

/** The bare letters and digits of a text in lower case, single spaces between: for comparing only. */
export function skeleton(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Whether a title quoted in a heading is this line's: the same letters, a beginning of them (themes cut
 * long titles), or at most a fifth of them different.
 */
export function resembles(quoted: string, line: string): boolean {
  const one = skeleton(quoted.slice(0, 300));
  const two = skeleton(line.slice(0, 300));
  if (one === '' || two === '') return false;
  if (one === two) return true;
  if (isBeginning(quoted, one, two)) return true;
  const longest = Math.max(one.length, two.length);
  if (Math.abs(one.length - two.length) * 5 > longest) return false;
  return distance(one, two) * 5 <= longest;
}

function isBeginning(quoted: string, one: string, two: string): boolean {
  if (!two.startsWith(one)) return false;
  return one.length >= 20 || /(?:…|\.\.\.)\W*$/u.test(quoted.slice(-8));
}

function distance(one: string, two: string): number {
  let row = Array.from({ length: two.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= two.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === two[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[two.length] ?? 0;
}

/** The words of a text, by spaces. */
export function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}
