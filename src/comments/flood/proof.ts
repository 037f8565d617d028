import { verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import * as z from 'zod';
import type { Site } from '../../site.ts';
import { challengeKey, work } from './challenge.ts';

/** What a response brought as its proof of work: one that is good has the id by which it is used once. */
export type Proof = { state: 'none' | 'wrong' | 'late' } | { state: 'good'; id: string; until: string };

/** A proof has some 700 characters. */
const longest = 2_000;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

/** What we sign, as we make it: anything else was not made here. */
const payload = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal(work.algorithm),
      nonce: hex(16),
      salt: hex(16),
      cost: z.literal(work.cost),
      keyLength: z.literal(work.keyLength),
      keyPrefix: z.literal(work.keyPrefix),
      data: z.strictObject({ article: z.string(), until: z.string() }),
    }),
    signature: hex(32),
  }),
  solution: z.object({ counter: z.int().min(0).max(0xffff_ffff), derivedKey: hex(32) }),
});

/**
 * Checks a proof as it was sent: Base64 of JSON of a challenge and its solution, which is what altcha’s programs send.
 * Whatever is sent, it is never an error. The library is asked last, since it derives a key.
 */
export async function readProof(
  site: Site,
  { text, articleId }: { text: string; articleId: string },
): Promise<Proof> {
  if (text === '') return { state: 'none' };
  const { success, data: sent } = payload.safeParse(jsonIn(text));
  if (!success) return { state: 'wrong' };
  const { challenge, solution } = sent;
  const { article, until } = challenge.parameters.data;
  if (article !== articleId) return { state: 'wrong' };
  if (until <= site.clock.now().toISOString()) return { state: 'late' };
  const hmacSignatureSecret = challengeKey(site);
  const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret });
  return verified ? { state: 'good', id: challenge.parameters.nonce, until } : { state: 'wrong' };
}

function jsonIn(text: string): unknown {
  if (text.length > longest) return null;
  try {
    return JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
