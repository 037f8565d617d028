import { repeat } from '../lib/repeat.ts';
import type { Site } from '../site.ts';
import { followMarks } from './follow-marks.ts';

const milliseconds = 1_000;

/** Keeps what is marked up with the record while the process runs. `stop` waits for the step that is under way. */
export function startFollowing(site: Site): { stop(): Promise<void> } {
  const follow = async (ending: AbortSignal) => {
    while (!ending.aborted && (await followMarks(site, ending)) > 0);
  };
  const failed = (error: unknown) =>
    site.log.error({ err: error }, 'what is marked could not follow the record');
  return repeat(follow, { milliseconds, failed });
}
