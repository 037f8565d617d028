/** The first words of a text, cut between words. */
export function beginningOf(text: string, longest = 180): string {
  const folded = text.replace(/\s+/g, ' ');
  if (folded.length <= longest) return folded;
  return `${folded.slice(0, longest + 1).replace(/\s*\S*$/u, '')}…`;
}
