import { wordsOf } from './fold-text.ts';

const SENTENCE_WORDS = 5;
const RUNNING_WORDS = 15;
const LONGEST_TITLE = 20;

/** Whether a line holds somebody's sentence: five words and a full stop, or many words in any form. */
export function isSentence(text: string): boolean {
  const words = wordsOf(text.slice(0, 400)).length;
  return words >= RUNNING_WORDS || (words >= SENTENCE_WORDS && /[.!?…]["”’»)\]]*$/u.test(text));
}

/** Whether a line reads as a title: short, without a full stop. Titles may ask, and may be cut with dots. */
export function isTitleLike(text: string): boolean {
  const words = wordsOf(text.slice(0, 400)).length;
  return words <= LONGEST_TITLE && (words < 4 || !/(?<!\.)\.["”’»)\]]*$/u.test(text));
}

/** The first words of a line, for a note that tells of it. */
export function firstWords(text: string): string {
  const words = wordsOf(text.slice(0, 200));
  return words.length <= 8 ? text.slice(0, 200) : `${words.slice(0, 8).join(' ')}…`;
}
