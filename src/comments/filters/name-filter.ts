import { keepRecent } from '../../lib/keep-recent.ts';
import { looksOf } from '../../names/look-alike.ts';
import { linesOf } from '../../publication/queries.ts';
import type { Filter } from './filter.ts';

/** The entries of a list by what each could be taken for. */
const byLook = keepRecent(2, (list) => {
  const entries = linesOf(list).flatMap((name) => looksOf(name).map((look) => [look, name] as const));
  return new Map(entries);
});

/** A name that could be taken for one of the publication’s list. */
export const nameFilter: Filter = {
  reason: 'name',
  settings: ['comments.hold-names'],
  ofWords: false,
  make(settings) {
    const list = settings['comments.hold-names'];
    if (list === '') return () => null;
    const listed = byLook(list);
    return ({ name }) => {
      if (name === '') return null;
      const entry = looksOf(name)
        .map((look) => listed.get(look))
        .find((each) => each !== undefined);
      return entry === undefined ? null : [entry];
    };
  },
};
