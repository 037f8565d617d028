/** What was found in a held response, by the code of why it is held. Quoted words keep their own direction. */
export const foundWords: Record<string, (found: readonly string[]) => string> = {
  words: (found) =>
    found.length === 1
      ? `it has ${quoted(found)} of the list of words`
      : `it has ${quoted(found)}, all of the list of words`,
  name: (found) => `its name looks like ${quoted(found)} of the list of names`,
};

/** “one”, “two”: each isolated, so that one written from the right does not turn the line round. */
function quoted(found: readonly string[]): string {
  return found.map((each) => `“\u2068${each}\u2069”`).join(', ');
}
