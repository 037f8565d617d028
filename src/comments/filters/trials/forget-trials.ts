import type { Site } from '../../../site.ts';

const week = 7 * 86_400_000;

/** Forgets trials of more than a week ago, with the lists that they were of. */
export async function forgetTrials(site: Site): Promise<void> {
  const before = new Date(site.clock.now().getTime() - week).toISOString();
  await site.store.write((tx) => tx.deleteFrom('filter_trials').where('asked_at', '<', before).execute());
}
