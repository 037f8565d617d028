// The server under measurement: a whole process, as an operator starts it, on a data folder.
import { join } from 'node:path';
import { cores, lineFrom, node, root, start, stop } from './children.mjs';

/** The ways to start it. */
export const launches = {
  'node dist/main.js serve': [node, join(root, 'dist/main.js'), 'serve'],
  'bin/hustings serve': [join(root, 'bin/hustings'), 'serve'],
};
const plain = 'node dist/main.js serve';

/** The environment of a server or command on a data folder: nothing of the caller's own settings leaks in. */
export function environment({ folder, databaseUrl }) {
  const { DATABASE_URL: _, HUSTINGS_URL: __, HUSTINGS_TRUSTED_PROXIES: ___, ...rest } = process.env;
  const database = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  return { ...rest, ...database, PORT: '0', HOST: '127.0.0.1', HUSTINGS_DATA: folder };
}

/** Starts it and waits until it says where it is. `stop` ends it and waits for that. */
export async function serve({ folder, databaseUrl, launch = plain, args = [], env = {} }) {
  const [command, ...rest] = launches[launch];
  const child = start(command, [...rest, ...args], {
    core: cores.server,
    env: { ...environment({ folder, databaseUrl }), ...env },
  });
  const [, port] = await lineFrom(child, /Hustings is at http:\/\/localhost:(\d+)/, { seconds: 120 });
  return { pid: child.pid, origin: `http://127.0.0.1:${port}`, stop: () => stop(child) };
}

/** Runs one command of the command line on a data folder. */
export function command(args, { folder, databaseUrl }) {
  return start(node, [join(root, 'dist/main.js'), ...args], { env: environment({ folder, databaseUrl }) });
}
