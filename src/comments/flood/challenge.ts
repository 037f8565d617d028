import { createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge } from 'altcha-lib/types';
import { keyedHash } from '../../lib/ids.ts';
import type { Site } from '../../site.ts';

/**
 * The work: keys are derived until one begins with this byte, 256 of them on average. Browsers derive them by their own
 * cryptography, as fast as any program does; to check one takes us one.
 */
export const work = {
  algorithm: 'PBKDF2/SHA-256',
  cost: 2_000,
  keyLength: 32,
  keyPrefix: '00',
} as const;

const tenMinutes = 600_000;

/**
 * A challenge in altcha’s second format, for one response under one article within ten minutes. Nothing of it is kept
 * here: what it is for is signed with it. Its expiry is our own, because the library’s would go by another clock.
 */
export function makeChallenge(site: Site, articleId: string): Promise<Challenge> {
  const until = new Date(site.clock.now().getTime() + tenMinutes).toISOString();
  return createChallenge({
    ...work,
    deriveKey,
    data: { article: articleId, until },
    hmacSignatureSecret: challengeKey(site),
  });
}

/** What challenges are signed with. */
export function challengeKey({ secrets }: Site): string {
  return keyedHash(secrets.receiptKey, 'proof of work');
}
