import type { Site } from '../site.ts';
import type { Lane } from './lane.ts';
import { type Handlers, runDueJobs } from './run-jobs.ts';

const pollMilliseconds = 500;

/** Keeps doing jobs while the process runs, each lane for itself. `stop` begins no more and waits for those under way. */
export function startJobs(site: Site, handlers: Handlers, lanes: Lane[]): { stop(): Promise<void> } {
  const started = lanes.map((lane) => startLane(site, handlers, lane));
  return {
    async stop() {
      await Promise.all(started.map((lane) => lane.stop()));
    },
  };
}

function startLane(site: Site, handlers: Handlers, lane: Lane): { stop(): Promise<void> } {
  const ending = new AbortController();
  let working: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    working ??= runDueJobs(site, handlers, { lane, ending: ending.signal })
      .catch((error) => site.log.error({ err: error }, 'jobs could not be read'))
      .finally(() => {
        working = null;
      });
  }, pollMilliseconds);
  return {
    async stop() {
      clearInterval(timer);
      ending.abort();
      await working;
    },
  };
}
