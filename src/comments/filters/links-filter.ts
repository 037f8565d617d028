import type { Filter } from './filter.ts';

/** More links than the setting allows. */
export const linksFilter: Filter = {
  reason: 'links',
  settings: ['comments.links'],
  ofWords: false,
  make(settings) {
    const most = Number(settings['comments.links']);
    return ({ links }) => (links > most ? [] : null);
  },
};
