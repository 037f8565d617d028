/** How fast people read, in words a minute (Brysbaert 2019: 238 for English non-fiction). */
const wordsPerMinute = 238;

/** Whole minutes that reading so many words takes, at least one. */
export function minutesToRead(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}
