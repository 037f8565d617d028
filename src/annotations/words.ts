/** How a word is joined to the one before it. */
export type Joint = 'apart' | 'dash' | 'hyphen';

/** A word of a text: folded for comparison, with its place in the text as it was written. */
export type Word = {
  /** As written, with apostrophes of one style. */
  text: string;
  from: number;
  to: number;
  /** `hyphen` where it belongs together with the word before it, as in “well-known”; `dash` where a dash stands between. */
  joint: Joint;
};

const apostrophes = "'’‘ʼ`´′";
const core = `(?:[\\p{L}\\p{N}\\p{M}\\u00ad\\u200b-\\u200d\\u2060])`;
const wordPattern = new RegExp(
  `[#£$€¥]?${core}+(?:[${apostrophes}](?=\\p{L})${core}+|(?<=\\p{N})[.,:/](?=\\p{N})${core}+)*%?|&`,
  'gu',
);
const invisible = /[\u00ad\u200b-\u200d\u2060]/g;
const hyphens = /^[-\u2010\u2011]$/;
const dashes = /^[^\S\n]*[-\u2010-\u2015\u2212]+[^\S\n]*$/;

/**
 * The words of a text in their order. Dashes of any style are one dash, apostrophes of any style one apostrophe, soft
 * hyphens and what cannot be seen are nothing; other punctuation stands between words and is none.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(wordPattern)) {
    const [written] = match;
    const folded = written
      .replace(invisible, '')
      .replace(/[’‘ʼ`´′]/g, "'")
      .normalize('NFC');
    if (folded === '') continue;
    words.push({
      text: folded,
      from: match.index,
      to: match.index + written.length,
      joint: words.length === 0 ? 'apart' : jointOf(text.slice(end, match.index)),
    });
    end = match.index + written.length;
  }
  return words;
}

function jointOf(between: string): Joint {
  if (hyphens.test(between)) return 'hyphen';
  return dashes.test(between) ? 'dash' : 'apart';
}

/** How many words a reader counts: “well-known” is one. */
export function countWords(words: readonly Word[]): number {
  return words.filter(({ joint }, index) => index === 0 || joint !== 'hyphen').length;
}

/** True when two words in a row stand to one another in the same way: only a hyphen is never the same as nothing. */
export function sameJoint(one: Joint, other: Joint): boolean {
  return one === other || (one !== 'apart' && other !== 'apart') || (one !== 'hyphen' && other !== 'hyphen');
}

/** A word with its first letter small: a quotation may begin a sentence where its source does not. */
export function lowerFirst(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return first.toLowerCase() + text.slice(first.length);
}
