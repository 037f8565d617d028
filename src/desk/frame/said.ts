/** What a page says to a code that came in its address: null for one that it does not know, whatever its name. */
export function saidOf(words: Readonly<Record<string, string>>, code: string | null): string | null {
  return code !== null && Object.hasOwn(words, code) ? (words[code] ?? null) : null;
}
