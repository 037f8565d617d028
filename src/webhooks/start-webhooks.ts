import { repeat } from '../lib/repeat.ts';
import type { Site } from '../site.ts';
import { deliverTo, webhooksDue } from './deliver.ts';
import { fanOut } from './fan-out.ts';

const milliseconds = 1_000;

/**
 * Keeps telling webhooks while the process runs: apart from the jobs, so that no slow receiver holds one of those up,
 * and each webhook apart from the others. `stop` begins nothing more and waits for what is under way.
 */
export function startWebhooks(site: Site): { stop(): Promise<void> } {
  const telling = new Map<string, Promise<void>>();
  const tell = async (id: string, ending: AbortSignal) => {
    while (!ending.aborted && (await deliverTo(site, id)) > 0);
  };
  const look = async (ending: AbortSignal) => {
    await fanOut(site);
    for (const id of await webhooksDue(site)) {
      if (ending.aborted || telling.has(id)) continue;
      const told = tell(id, ending).catch((error) =>
        site.log.error({ err: error }, 'a webhook could not be told'),
      );
      telling.set(id, told);
      void told.then(() => telling.delete(id));
    }
  };
  const failed = (error: unknown) => site.log.error({ err: error }, 'webhooks could not be looked for');
  const looking = repeat(look, { milliseconds, failed });
  return {
    async stop() {
      await looking.stop();
      await Promise.all(telling.values());
    },
  };
}
