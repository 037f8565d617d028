import { after } from 'node:test';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { createMail } from '../../src/mail/smtp.ts';
import { createFetch, realNetwork } from '../../src/outbound/fetcher.ts';
import { Pace } from '../../src/outbound/pace.ts';
import { switchable } from '../../src/publication/outbound-switch.ts';
import type { Site } from '../../src/site.ts';
import type { EngineName } from '../../src/store/migrations/statements.ts';
import { openStore } from '../../src/store/open-store.ts';
import { loadSecrets } from '../../src/store/secrets.ts';
import { emptyPlace, type Filling } from './engines.ts';

/** A clock that stands still until a test moves it. */
export type TestClock = { now(): Date; set(iso: string): void; pass(milliseconds: number): void };
export type TestSite = Site & { clock: TestClock; faults: Error[] };

/** A site on a new, empty database, with a clock that the test moves and chance that repeats. */
export async function openTestSite(engine: EngineName, env: Record<string, string> = {}): Promise<TestSite> {
  const place = await emptyPlace(engine, { template: migrated });
  const config = readConfig({
    HUSTINGS_DATA: place.dataFolder,
    HUSTINGS_URL: 'https://ledger.example',
    ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
    HUSTINGS_CONNECTIONS: '3', // opening one takes longer than most of what a test asks
    ...env,
  });
  const faults: Error[] = [];
  const store = await openStore(config, (error) => faults.push(error));
  const random = testRandom(20260312);
  after(async () => {
    await store.close();
    await place.remove();
  });
  return switchable({
    config,
    store,
    random,
    faults,
    clock: testClock('2026-03-12T07:00:00.000Z'),
    mail: config.smtp && createMail(config.smtp),
    fetch: createFetch(config.outbound, { ...realNetwork(), pace: new Pace(0) }),
    log: pino({ level: 'silent' }),
    secrets: loadSecrets(place.dataFolder, random),
  });
}

/** Brings a database up to this program's version, as opening it does. */
async function migrated({ dataFolder, databaseUrl }: Parameters<Filling>[0]): Promise<void> {
  const config = readConfig({
    HUSTINGS_DATA: dataFolder,
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  });
  const store = await openStore(config, (error) => {
    throw error;
  });
  await store.close();
}

export function testClock(start: string): TestClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    set: (iso) => {
      at = Date.parse(iso);
    },
    pass: (milliseconds) => {
      at += milliseconds;
    },
  };
}

/** Lets time pass with each look at a clock, as it does outside of tests. */
export function keepMoving(clock: TestClock, milliseconds = 1): void {
  const { now } = clock;
  clock.now = () => {
    clock.pass(milliseconds);
    return now();
  };
}

/** Bytes from a seed (mulberry32). */
export function testRandom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) & 255;
  };
  return { bytes: (length: number) => Uint8Array.from({ length }, next) };
}
