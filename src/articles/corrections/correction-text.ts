import type { CorrectionView } from './correction-view.ts';

/** The words that a note is put together with, in one language. */
export type NoteWords = {
  said: string;
  nowSays: string;
  quoted(text: string): string;
  ended(text: string): string;
};

/** A note as plain sentences: what it said, what it says now, why; of a withdrawn one only why. */
export function correctionText(
  { was, now, why, withdrawn }: Pick<CorrectionView, 'was' | 'now' | 'why' | 'withdrawn'>,
  words: NoteWords,
): string {
  if (withdrawn) return words.ended(why);
  const said =
    was === '' ? [words.ended(now)] : [words.said, words.quoted(was), words.nowSays, words.quoted(now)];
  return [...said, ...(why === '' ? [] : [words.ended(why)])].join(' ');
}
