// The scripts that set Ghost and WordPress up, run as by hand.
import { existsSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import { finish, has, pins, root, start } from './children.mjs';

const beside = resolve(root, '../shared/peers');
/** By its real path: started through a symbolic link, one of the scripts takes itself for imported and prints nothing. */
export const peersFolder = existsSync(beside) ? realpathSync(beside) : beside;

/** Why the peers cannot be measured here, as a sentence; null where they can be tried. */
export function whyNot() {
  if (!existsSync(join(peersFolder, 'load.sh')))
    return 'Ghost and WordPress were not measured: there is no folder ../shared/peers beside this checkout.';
  const lack = whatIsMissing();
  return (
    lack &&
    `Ghost and WordPress were not measured: ${lack}. What was recorded of them stands in ../shared/peers/RESULTS.md.`
  );
}

function whatIsMissing() {
  const missing = ['bash', 'curl', 'npm', 'apt-get'].filter((command) => !has(command));
  if (missing.length > 0) return `there is no ${missing.join(', ')} here`;
  if (!pins) return 'their scripts need taskset and two cores';
  return process.getuid?.() === 0 ? null : 'their scripts install packages, which only root may';
}

/** Runs one of the scripts. Answers what it printed. */
export function script(name, args, { env = {}, seconds = 120 } = {}) {
  const child = start('bash', [join(peersFolder, name), ...args], { env: { ...plainEnvironment(), ...env } });
  return finish(child, { seconds });
}

/** Summed memory of processes and all that they started, by share of what is shared, in MB (10^6 bytes). */
export async function memoryShare(pids) {
  const sum = '. "$0"; shift; pss_mib "$@"';
  const child = start('bash', ['-c', sum, join(peersFolder, 'lib.sh'), '-', ...pids.map(String)]);
  return (Number(await finish(child, { seconds: 30 })) * 2 ** 20) / 1e6;
}

/** A TCP port on loopback that nobody listens on now. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Without what `npm run` adds, which another program's own installation would take for its own. */
function plainEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name));
  const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) };
}
