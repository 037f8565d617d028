import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Random } from './lib/ids.ts';
import type { Mail } from './mail/message.ts';
import type { Fetch } from './outbound/outbound.ts';
import type { Secrets } from './store/secrets.ts';
import type { Store } from './store/store.ts';

/** What every verb and query stands on: time, chance, storage and settings come only through it. */
export type Site = {
  config: Config;
  store: Store;
  clock: Clock;
  random: Random;
  /** The one way to ask another host for anything. */
  fetch: Fetch;
  /** Sends a letter; null where no mail server is set. */
  mail: Mail | null;
  log: Logger;
  secrets: Secrets;
};

export type Clock = { now(): Date };
