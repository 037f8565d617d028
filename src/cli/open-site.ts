import { randomBytes } from 'node:crypto';
import { destination, pino } from 'pino';
import { readConfig } from '../config.ts';
import { createMail } from '../mail/smtp.ts';
import { createFetch } from '../outbound/fetcher.ts';
import { switchable } from '../publication/outbound-switch.ts';
import { sequenceEntries } from '../record/sequence.ts';
import type { Site } from '../site.ts';
import { openStore } from '../store/open-store.ts';
import { loadSecrets } from '../store/secrets.ts';

/** The real site of this process: configuration from the environment, the database opened, logs on stderr. */
export async function openSite(env: NodeJS.ProcessEnv = process.env): Promise<Site> {
  const config = readConfig(env);
  const log = pino({ base: null }, destination({ fd: 2, sync: true }));
  const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };
  const store = await openStore(config, (error) => log.error({ err: error }, 'the database reports a fault'));
  const clock = { now: () => new Date() };
  const mail = config.smtp && createMail(config.smtp);
  const fetch = createFetch(config.outbound);
  const secrets = loadSecrets(config.dataFolder, random);
  return switchable({ config, store, clock, random, fetch, mail, log, secrets });
}

/** Opens the site for one command, places what it added to the record, and closes it again. */
export async function withSite<T>(use: (site: Site) => Promise<T>): Promise<T> {
  const site = await openSite();
  try {
    const result = await use(site);
    await sequenceEntries(site);
    return result;
  } finally {
    await site.store.close();
  }
}
