import { looksOf } from '../names/look-alike.ts';

/** A name that is reserved stays its writer's so long: a held comment's, and one that was chosen but not yet used. */
export const reservationMilliseconds = 7 * 86_400_000;

const longestName = 60;

/** What a name could be taken for, each once, in the order in which they are locked. */
export function looksToHold(name: string): string[] {
  return [...new Set(looksOf(name))].sort();
}

/** Names that are offered where one is held: near it, and plainly others. */
export function otherNames(name: string): string[] {
  const most = (added: string) =>
    [...name]
      .slice(0, longestName - added.length)
      .join('')
      .trim();
  const before = ['Another ', 'The other '].map((word) => `${word}${most(word)}`);
  const behind = [' the Second', ' the Third', ' 22', ' 33', ' 44', ' 55'];
  return [...before, ...behind.map((word) => `${most(word)}${word}`)];
}
