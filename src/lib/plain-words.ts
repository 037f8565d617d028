/**
 * Words as anybody can write them down from a page: Unicode NFC, each paragraph on a line of its own, white space
 * within it folded to single spaces, no empty line, a line feed at the end.
 */
export function plainWords(texts: readonly string[]): string {
  const lines = texts
    .flatMap((text) => text.normalize('NFC').split(/\n+/))
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  return `${lines.join('\n')}\n`;
}
