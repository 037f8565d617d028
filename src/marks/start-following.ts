import type { Site } from '../site.ts';
import { followRecord } from './follow-record.ts';

const pollMilliseconds = 1_000;

/** Keeps what is marked up with the record while the process runs. `stop` waits for the step that is under way. */
export function startFollowing(site: Site): { stop(): Promise<void> } {
  const ending = new AbortController();
  let working: Promise<void> | null = null;
  const follow = async () => {
    while (!ending.signal.aborted && (await followRecord(site, ending.signal)) > 0);
  };
  const timer = setInterval(() => {
    working ??= follow()
      .catch((error) => site.log.error({ err: error }, 'what is marked could not follow the record'))
      .finally(() => {
        working = null;
      });
  }, pollMilliseconds);
  return {
    async stop() {
      ending.abort();
      clearInterval(timer);
      await working;
    },
  };
}
