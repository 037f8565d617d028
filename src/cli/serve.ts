import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { isUntouched } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { listen, stopListening } from '../web/server.ts';
import { createSiteWeb } from '../web-app.ts';
import { startBackground } from './background.ts';
import { CommandError, type Io } from './io.ts';
import { openSite } from './open-site.ts';
import { ownerLink } from './owner-link.ts';
import { untilToldToStop } from './signals.ts';

/** Serves until it is told to stop; then answers what it has taken, and closes the database. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { demo: { type: 'boolean' }, 'no-jobs': { type: 'boolean' } },
  });
  const stopped = untilToldToStop();
  const site = await openSite();
  try {
    if (values.demo) await demoIfEmpty(site, io);
    const server = await listenOrSay(site);
    const background = startBackground(site, { jobs: !values['no-jobs'] });
    io.out(`Hustings is at ${addressOf(site, server)}`);
    const link = await ownerLink(site);
    if (link) io.out(`Sign in at the desk, once, within an hour: ${link}`);
    await stopped;
    await stopListening(server);
    await background.stop();
  } finally {
    await site.store.close();
  }
  return 0;
}

async function demoIfEmpty(site: Site, io: Io): Promise<void> {
  if (!(await isUntouched(site))) return;
  const { loadDemo } = await import('../demo/load-demo.ts');
  io.err('Loading the demo publication…');
  await loadDemo(site, (done, of) => io.err(`  article ${done} of ${of}`));
}

async function listenOrSay(site: Site): Promise<Server> {
  const { port, host } = site.config;
  try {
    return await listen(createSiteWeb(site), { port, host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new CommandError(`Port ${port} is in use: stop what uses it, or set PORT to another number.`);
    if (code === 'EACCES')
      throw new CommandError(`Port ${port} is not allowed to this user: set PORT to a number above 1023.`);
    throw error;
  }
}

/** The public address. With PORT=0 and no HUSTINGS_URL it is known only now: whatever links to it reads it later. */
function addressOf({ config }: Site, server: Server): string {
  const { port } = server.address() as AddressInfo;
  if (config.url === 'http://localhost:0') config.url = `http://localhost:${port}`;
  return config.url;
}
