import type { CapturedTags } from './capture-result.ts';
import { foldLine } from './fold-text.ts';
import { alternatives } from './wording/phrases.ts';

const LABELLED = new RegExp(`^(?:${alternatives('tags')})\\s*:\\s*(.*)$`, 'iu');
const TAGGED = new RegExp(`(?:^|[\\s|])(?:${alternatives('tagged')})\\s*:?\\s+(.+)$`, 'iu');
const TAGGED_LINE = new RegExp(`^(?:${alternatives('tagged')})\\s`, 'iu');
const LONGEST_TAG = 60;

/**
 * The tags of a line that begins with `Tags:` (`Étiquettes :`, `Labels:`…), or null. Every place between
 * separators is a name, or a lost one where it is empty: `Tags: a, , b` has one lost, `Tags: , ,` three.
 */
export function readTags(line: string): CapturedTags | null {
  const found = LABELLED.exec(line.slice(0, 2000));
  if (found === null) return null;
  return tagsIn((found[1] ?? '').split(' | ')[0] ?? '');
}

/** The tags of a line that begins with “Tagged” and holds nothing but short names, or null. */
export function readTaggedLine(line: string): CapturedTags | null {
  const tags = TAGGED_LINE.test(line) && !/[.!?]$/u.test(line) ? readTagged(line) : null;
  return tags?.names.every((name) => name.split(' ').length <= 4) ? tags : null;
}

/** The tags of a phrase such as `Posted in Town | Tagged bridge, tolls`, or null. */
export function readTagged(phrase: string): CapturedTags | null {
  const found = TAGGED.exec(phrase);
  return found === null ? null : tagsIn(foldLine((found[1] ?? '').replace(/[\s.]+$/u, '')));
}

function tagsIn(list: string): CapturedTags | null {
  const separator = list.includes(';') ? ';' : ',';
  const places = list
    .split(separator)
    .flatMap(lastTwo)
    .map((name) => name.trim().replace(/^#/u, ''));
  const names = places.filter((name) => name !== '' && name !== '.');
  const most = /[.!?]$/u.test(list) ? 3 : 8;
  if (names.some((name) => name.length > LONGEST_TAG || name.split(' ').length > most)) return null;
  return { names, lost: places.length - names.length };
}

/** “…, bridge and tolls”: only the Oxford comma form tells the word that ties from a name that has it. */
function lastTwo(place: string, index: number, all: string[]): string[] {
  const last = index === all.length - 1 && index > 0;
  return [last ? place.replace(/^\s*(?:and|et|und|y|a|ac)\s+/iu, '') : place];
}
