import { parseArgs } from 'node:util';
import { startBackground } from './background.ts';
import type { Io } from './io.ts';
import { openSite } from './open-site.ts';
import { untilToldToStop } from './signals.ts';

/** Does the jobs until it is told to stop. */
export async function run(args: string[], io: Io): Promise<number> {
  parseArgs({ args, options: {} });
  const stopped = untilToldToStop();
  const site = await openSite();
  try {
    const background = startBackground(site, { jobs: true });
    const alive = setInterval(() => undefined, 60_000);
    io.err('Doing jobs. Stop with Ctrl+C.');
    await stopped;
    clearInterval(alive);
    await background.stop();
  } finally {
    await site.store.close();
  }
  return 0;
}
