import type { Filter } from '../filter.ts';
import { everythingWritten } from '../words-filter.ts';
import { leastLeaning } from './bayes.ts';

/** It reads like what was removed here before, by what was learned from the publication’s own decisions. */
export const learnedFilter: Filter = {
  reason: 'learned',
  settings: ['comments.learn'],
  ofWords: true,
  make(settings) {
    if (settings['comments.learn'] !== 'yes') return () => null;
    return ({ learned, html, url }) => {
      if (learned === null) return null;
      const text = everythingWritten({ html, url, name: '' });
      return learned.leaning(text) >= leastLeaning ? learned.strongest(text) : null;
    };
  },
};
