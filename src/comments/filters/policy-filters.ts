import type { Filter } from './filter.ts';

/** Everybody waits. */
export const allFilter: Filter = {
  reason: 'all',
  settings: ['comments.policy'],
  ofWords: false,
  make: () => (facts) => (facts.policy === 'all-held' ? [] : null),
};

/** Writers wait until one of their responses was released. */
export const firstFilter: Filter = {
  reason: 'first',
  settings: ['comments.policy'],
  ofWords: false,
  make: () => (facts) => (facts.policy === 'first-held' && !facts.trusted ? [] : null),
};

/** Only a program fills in what people do not see. */
export const honeypotFilter: Filter = {
  reason: 'honeypot',
  settings: [],
  ofWords: false,
  make: () => (facts) => (facts.honeypot ? [] : null),
};
