import type { Context } from 'hono';
import * as z from 'zod';
import { sha256 } from '../lib/ids.ts';
import { canonical } from '../record/entry.ts';
import type { SentRequest } from '../store/sent-requests.ts';
import type { Fault } from './problem.ts';
import type { ApiCall } from './route.ts';

const keyHeader = 'Idempotency-Key';
const badKey = 'An Idempotency-Key is 1 to 255 signs of ASCII.';

/** The header by which a request that is sent again is known. */
export const idempotencyHeaders = z.object({
  [keyHeader]: z
    .string()
    .regex(/^[\x20-\x7e]{1,255}$/, badKey)
    .optional()
    .describe('Made new for each request: the same one sent again with it is done once.'),
});

/** The key of a request, or what is wrong with it. */
export function readKey(c: Context): { key: string | undefined } | { faults: Fault[] } {
  const read = idempotencyHeaders.safeParse({ [keyHeader]: c.req.header(keyHeader) });
  return read.success ? { key: read.data[keyHeader] } : { faults: [{ field: keyHeader, sentence: badKey }] };
}

/** What is kept of a staff request, so that it is done once: its key is its token's own. */
export function sentRequest(
  { site, tokenId }: ApiCall,
  { key, route, content }: { key: string | undefined; route: string; content: unknown },
): SentRequest | null {
  if (key === undefined) return null;
  return {
    keyHash: sha256(canonical({ token: tokenId, key })),
    requestHash: sha256(canonical({ route, content })),
    at: site.clock.now().toISOString(),
  };
}
