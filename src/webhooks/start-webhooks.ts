import type { Site } from '../site.ts';
import { deliverTo, webhooksDue } from './deliver.ts';
import { fanOut } from './fan-out.ts';

const pollMilliseconds = 1_000;

/**
 * Keeps telling webhooks while the process runs: apart from the jobs, so that no slow receiver holds one of those up,
 * and each webhook apart from the others. `stop` begins nothing more and waits for what is under way.
 */
export function startWebhooks(site: Site): { stop(): Promise<void> } {
  const ending = new AbortController();
  const telling = new Map<string, Promise<void>>();
  let looking: Promise<void> | null = null;
  const tell = async (id: string) => {
    while (!ending.signal.aborted && (await deliverTo(site, id)) > 0);
  };
  const look = async () => {
    await fanOut(site);
    for (const id of await webhooksDue(site)) {
      if (ending.signal.aborted || telling.has(id)) continue;
      const told = tell(id).catch((error) => site.log.error({ err: error }, 'a webhook could not be told'));
      telling.set(id, told);
      void told.then(() => telling.delete(id));
    }
  };
  const timer = setInterval(() => {
    looking ??= look()
      .catch((error) => site.log.error({ err: error }, 'webhooks could not be looked for'))
      .finally(() => {
        looking = null;
      });
  }, pollMilliseconds);
  return {
    async stop() {
      ending.abort();
      clearInterval(timer);
      await looking;
      await Promise.all(telling.values());
    },
  };
}
