/** What was found in a held response, by the code of why it is held. Quoted words keep their own direction. */
export const foundWords: Record<string, (found: readonly string[]) => string> = {
  words: (found) =>
    found.length === 1
      ? `it has ${quoted(found)} of the list of words`
      : `it has ${quoted(found)}, all of the list of words`,
  pace: (found) => `it was ${found.map(paceText).join(', ')}`,
  name: (found) => `its name looks like ${quoted(found)} of the list of names`,
};

const paces: Record<string, string> = {
  writer: 'under this name',
  address: 'from this network address',
  article: 'under this article',
};

/** “writer 6”, as it is kept. */
function paceText(found: string): string {
  const [of = '', number = ''] = found.split(' ');
  return `number ${number} in ten minutes ${paces[of] ?? of}`;
}

/** “one”, “two”: each isolated, so that one written from the right does not turn the line round. */
function quoted(found: readonly string[]): string {
  return found.map((each) => `“\u2068${each}\u2069”`).join(', ');
}
