import { linksOf, textOf } from '../../lib/clean-html.ts';
import { keepRecent } from '../../lib/keep-recent.ts';
import { linesOf } from '../../publication/queries.ts';
import type { Facts, Filter } from './filter.ts';
import { plainAddresses } from './plain-addresses.ts';
import { wordMatcher } from './word-matcher.ts';

/** Lists are long and change seldom: that in force, and one that is tried out. */
const matcherOf = keepRecent(2, (list) => wordMatcher(linesOf(list)));

/** A word, or several in a row, of the publication’s list. */
export const wordsFilter: Filter = {
  reason: 'words',
  settings: ['comments.hold-words'],
  ofWords: true,
  make(settings) {
    const list = settings['comments.hold-words'];
    if (list === '') return () => null;
    const entriesOf = matcherOf(list);
    return (facts) => {
      const text = everythingWritten(facts);
      return foundOrNull(entriesOf(`${text}\n${plainAddresses(text)}`));
    };
  },
};

/** What a writer wrote, wherever: the words, where the links lead, the name and the page. */
export function everythingWritten({ html, name, url }: Pick<Facts, 'html' | 'name' | 'url'>): string {
  const links = html.includes('href=') ? linksOf(html).map((link) => link.url) : [];
  return [textOf(html), ...links, name, url ?? ''].join('\n');
}

/** Null for nothing. */
export function foundOrNull(found: string[]): string[] | null {
  return found.length === 0 ? null : found;
}
