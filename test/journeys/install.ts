import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { EngineName } from '../../src/store/migrations/statements.ts';
import { emptyPlace } from '../support/engines.ts';

const program = resolve('dist/main.js');
const flags = ['--disable-warning=ExperimentalWarning', '--enable-source-maps', program];

/** No command of a test has work for longer. */
const longestCommand = 12_000;

/** What a command left behind: its exit code, what it printed as data and what it said. */
export type Ran = { code: number | null; out: string; err: string };

/** An install of the built program: a data folder, a database, an address; and its own processes. */
export type Install = Awaited<ReturnType<typeof newInstall>>;
export type Server = Awaited<ReturnType<Install['serve']>>;

/** An empty install on an engine, driven as its owner drives it: by the command line and by its pages. */
export async function newInstall(engine: EngineName, settings: Record<string, string> = {}) {
  assert.ok(
    existsSync(program),
    'dist/main.js is not there: run these tests by `npm test`, which builds it.',
  );
  const place = await emptyPlace(engine);
  const port = await freePort();
  const env: Record<string, string> = {
    ...{ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' },
    ...{ PORT: String(port), HUSTINGS_DATA: place.dataFolder },
    ...(place.databaseUrl === null ? {} : { DATABASE_URL: place.databaseUrl }),
    ...settings,
  };
  const running = new Set<Child>();
  const start = (args: string[]) => {
    const child = spawn(process.execPath, [...flags, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    child.once('exit', () => running.delete(child));
    return listenTo(child);
  };

  return {
    ...{ engine, port, dataFolder: place.dataFolder, databaseUrl: place.databaseUrl },
    url: `http://localhost:${port}`,

    /** Runs a command to its end, whatever it answers. */
    async run(...args: string[]): Promise<Ran> {
      const command = start(args);
      const late = setTimeout(() => command.child.kill('SIGKILL'), longestCommand);
      const code = await command.ended;
      clearTimeout(late);
      assert.notEqual(code, null, `hustings ${args.join(' ')} did not end: ${command.said().err}`);
      return { code, ...command.said() };
    },

    /** Runs a command that must succeed; answers what it printed. */
    async do(...args: string[]): Promise<string> {
      const { code, out, err } = await this.run(...args);
      assert.equal(code, 0, `hustings ${args.join(' ')} answered ${code}: ${err}`);
      return out;
    },

    /** Starts the server and waits until it is ready. */
    async serve(...args: string[]) {
      const server = start(['serve', ...args]);
      const ready = new Promise<void>((yes) => {
        server.child.stdout.on('data', () => server.said().out.includes('Hustings is at') && yes());
      });
      const code = await Promise.race([ready, server.ended]);
      assert.equal(code, undefined, `the server ended with ${code}: ${server.said().err}`);
      return {
        ...server,
        /** The one-time link that it prints. */
        async link(): Promise<string> {
          for (;;) {
            const found = /^Sign in at the desk.*?(http\S+)$/m.exec(server.said().out)?.[1];
            if (found) return found;
            await pause(10);
          }
        },
        /** Ends it as an operator does; answers its exit code. */
        async stop(): Promise<number | null> {
          server.child.kill('SIGTERM');
          return server.ended;
        },
        /** Ends it as a loss of power does. */
        async kill(): Promise<void> {
          server.child.kill('SIGKILL');
          await server.ended;
        },
      };
    },

    /** Ends whatever still runs and throws the place away. */
    async remove(): Promise<void> {
      for (const child of running) child.kill('SIGKILL');
      await Promise.all([...running].map((child) => once(child, 'exit')));
      await place.remove();
    },
  };
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

function listenTo(child: Child) {
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, ended, said: () => ({ ...said }) };
}

/** A TCP port on loopback that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  assert.ok(typeof address === 'object' && address !== null);
  return address.port;
}

/** Waits until something holds, looking again every 100 ms; after so long it fails with the sentence. */
export async function until(
  sentence: string,
  holds: () => Promise<boolean>,
  milliseconds = 5_000,
): Promise<void> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(100)) if (await holds()) return;
  assert.fail(`not within ${milliseconds} ms: ${sentence}`);
}
