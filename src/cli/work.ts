import { parseArgs } from 'node:util';
import { startBackground } from './background.ts';
import type { Io } from './io.ts';
import { openSite } from './open-site.ts';

/** Does the jobs until it is told to stop. */
export async function run(args: string[], io: Io): Promise<number> {
  parseArgs({ args, options: {} });
  const site = await openSite();
  const background = startBackground(site, { jobs: true });
  const alive = setInterval(() => undefined, 60_000);
  io.err('Doing jobs. Stop with Ctrl+C.');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  clearInterval(alive);
  await background.stop();
  await site.store.close();
  return 0;
}
