import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecret, type Random } from '../lib/ids.ts';

/** Keys of this install, in a file of the data folder that only its owner can read, never in the database. */
export type Secrets = {
  /** Keys the hash under which a reader's network address is kept. */
  addressKey: string;
  /** Makes the secret part of a receipt's address. */
  receiptKey: string;
  /** Signs staff sessions. */
  sessionKey: string;
};

/** Reads the install's keys, making them the first time. Two processes that start together get the same ones. */
export function loadSecrets(folder: string, random: Random): Secrets {
  const path = join(folder, 'secrets.json');
  if (!existsSync(path)) createOnce(path, folder, random);
  return JSON.parse(readFileSync(path, 'utf8'));
}

function createOnce(path: string, folder: string, random: Random): void {
  mkdirSync(folder, { recursive: true });
  const secrets: Secrets = {
    addressKey: newSecret(random),
    receiptKey: newSecret(random),
    sessionKey: newSecret(random),
  };
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, path); // fails, unlike rename, when another process was first
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(draft);
  }
}
