import { createHash } from 'node:crypto';

/**
 * Words for the search index and for a query: lower case, accents taken off, everything that is no letter or digit
 * a space. Both engines index what this gives, so that both find the same.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]+/gu;
/** Writing that puts no spaces between words: each letter is taken for one. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/**
 * The words of a text, for lists of words to be compared with: folded as for the search, but what cannot be seen does
 * not divide a word.
 */
export function foldedWords(text: string): string[] {
  const plain = isAscii(text)
    ? text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
    : foldForSearch(text.normalize('NFKD').replace(invisible, '').replace(unspaced, ' $& '));
  return plain === '' ? [] : plain.split(' ');
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  return /^[\u0000-\u007f]*$/.test(text);
}

/** White space folded to single spaces, the invisible taken out: when are two texts the same words? */
export function foldSpace(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]|[^\P{Cc}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A part of a path: ASCII letters, digits and hyphens, at most 80 characters; `fallback` where nothing is left. */
export function slugOf(text: string, fallback: string): string {
  const slug = text
    .replace(/[’'ʼ]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return slug || fallback;
}

/** The part of a path that stands for a tag's or an author's name; a short hash where it has no Latin letter. */
export function nameSlug(name: string): string {
  const hash = createHash('sha256').update(name.normalize('NFC').toLowerCase()).digest('hex');
  return slugOf(name, `n-${hash.slice(0, 10)}`);
}

/** A name as it is kept: NFC, white space folded, what cannot be seen or turns the line round taken out. */
export function tidyName(text: string): string {
  return foldSpace(text.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g, ''));
}

/** How many words a text has: what stands between white space. */
export function countWords(text: string): number {
  return foldSpace(text)
    .split(' ')
    .filter((word) => word !== '').length;
}
