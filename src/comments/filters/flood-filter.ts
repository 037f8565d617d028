import type { Filter } from './filter.ts';

/** While very many arrive in the whole publication, what comes without a good proof of work waits. */
export const floodFilter: Filter = {
  reason: 'flood',
  settings: ['comments.flood'],
  ofWords: false,
  make:
    () =>
    ({ flood }) =>
      flood === null || flood === 'good' ? null : [flood],
};
