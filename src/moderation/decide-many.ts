import type { Outcome } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { type Moderator, removeComment } from './decide.ts';
import { pressRelease, undoRelease } from './press-release.ts';
import type { Reason } from './reason.ts';

/** At once, so many: what a page of the queue shows. */
export const mostAtOnce = 50;

/** A response with how often its writer had changed the words that were read. */
export type Pick = { id: string; seen: number };

/** What came of each: one that is refused keeps none of the others from being decided. */
export type Told = { id: string; outcome: Outcome<unknown> };

/** Presses release on each, all to take effect at the same moment, so that they can be undone as one. */
export async function pressReleaseOfMany(
  site: Site,
  { picks, moderator }: { picks: readonly Pick[]; moderator: Moderator },
): Promise<Told[]> {
  const pressedAt = site.clock.now();
  return each(picks, ({ id, seen }) => pressRelease(site, { id, moderator, seen, pressedAt }));
}

/** Undoes the release of each that has not yet taken effect. */
export async function undoReleaseOfMany(site: Site, picks: readonly Pick[]): Promise<Told[]> {
  return each(picks, ({ id }) => undoRelease(site, id));
}

/** Removes each for the same reason, which every writer is told. */
export async function removeMany(
  site: Site,
  { picks, moderator, reason }: { picks: readonly Pick[]; moderator: Moderator; reason: Reason },
): Promise<Told[]> {
  return each(picks, ({ id }) => removeComment(site, { id, moderator, reason }));
}

async function each(
  picks: readonly Pick[],
  decide: (pick: Pick) => Promise<Outcome<unknown>>,
): Promise<Told[]> {
  const told: Told[] = [];
  for (const pick of picks.slice(0, mostAtOnce)) told.push({ id: pick.id, outcome: await decide(pick) });
  return told;
}
