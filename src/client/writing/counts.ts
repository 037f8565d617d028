import { minutesToRead } from '../../lib/reading-time.ts';

/** Words of a text and the minutes that reading it takes. */
export function countsOf(text: string): { words: number; minutes: number } {
  const words = text.match(/\S+/g)?.length ?? 0;
  return { words, minutes: minutesToRead(words) };
}
