import type { Site } from '../site.ts';
import { deliverDue } from './deliver.ts';
import { fanOut } from './fan-out.ts';

const pollMilliseconds = 1_000;

/**
 * Keeps telling webhooks while the process runs: apart from the jobs, so that no slow receiver holds one of those up.
 * `stop` waits for what is under way.
 */
export function startWebhooks(site: Site): { stop(): Promise<void> } {
  let working: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    working ??= tellAll(site)
      .catch((error) => site.log.error({ err: error }, 'webhooks could not be told'))
      .finally(() => {
        working = null;
      });
  }, pollMilliseconds);
  return {
    async stop() {
      clearInterval(timer);
      await working;
    },
  };
}

async function tellAll(site: Site): Promise<void> {
  await fanOut(site);
  await deliverDue(site);
}
