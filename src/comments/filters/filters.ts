import type { Settings } from '../../publication/settings.ts';
import type { HoldReason } from '../policy.ts';
import type { Facts, Filter, Finding } from './filter.ts';
import { floodFilter } from './flood-filter.ts';
import { learnedFilter } from './learned/learned-filter.ts';
import { linksFilter } from './links-filter.ts';
import { nameFilter } from './name-filter.ts';
import { paceFilter } from './pace-filter.ts';
import { allFilter, firstFilter, honeypotFilter } from './policy-filters.ts';
import { wordsFilter } from './words-filter.ts';

/** Every filter, in the order in which moderators are told of what they found. */
export const filters: readonly Filter[] = [
  allFilter,
  firstFilter,
  linksFilter,
  honeypotFilter,
  wordsFilter,
  nameFilter,
  paceFilter,
  learnedFilter,
  floodFilter,
];

/** Why a response is to be held, by every filter that finds something; empty where it may be published at once. */
export function whyHeld(facts: Facts, settings: Settings): Finding[] {
  return findingsBy(filters, facts, settings);
}

/**
 * What changed words would be held for, and what they were before would not. Whoever waits under the policy waits
 * whatever the words are.
 */
export function whyHeldNow(now: Facts, before: Facts, settings: Settings): Finding[] {
  const known = new Map(
    findingsBy(
      filters.filter(({ ofWords }) => ofWords),
      before,
      settings,
    ).map(({ reason, found }) => [reason, found]),
  );
  return whyHeld(now, settings).filter(({ reason, found }) => !isKnown(known.get(reason), found));
}

function isKnown(before: string[] | undefined, now: string[]): boolean {
  return before !== undefined && now.every((each) => before.includes(each));
}

/** The codes of findings, as they are kept with the response. */
export function codesOf(findings: readonly Finding[]): HoldReason[] {
  return findings.map(({ reason }) => reason);
}

function findingsBy(some: readonly Filter[], facts: Facts, settings: Settings): Finding[] {
  return some.flatMap(({ reason, make }) => {
    const found = make(settings)(facts);
    return found === null ? [] : [{ reason, found }];
  });
}
