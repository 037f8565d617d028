import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchStopped } from './outbound.ts';

export type Limits = { largest: number; whenLarger: 'refuse' | 'cut'; types: string[] | null };

/** How an answer may be packed: what is asked for. */
export const acceptedEncodings = 'gzip, deflate, br';

const unpackers = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Reads an answer's body as far as the limits let it, packed and unpacked, and then closes the connection. Stops
 * with `wrong-type`, `bad-encoding`, `too-large`.
 */
export async function readAnswer(
  answer: IncomingMessage,
  limits: Limits,
): Promise<{ body: Uint8Array; cut: boolean }> {
  checkType(answer, limits.types);
  const declared = Number(answer.headers['content-length'] ?? 0);
  if (declared > limits.largest && limits.whenLarger === 'refuse') throw tooLarge(limits.largest);
  try {
    return await collect(unpacked(answer), limits);
  } finally {
    answer.destroy();
  }
}

function checkType({ statusCode = 0, headers }: IncomingMessage, types: string[] | null): void {
  if (types === null || statusCode >= 300) return;
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const taken = types.some(
    (each) => each === type || (each.endsWith('/*') && type.startsWith(each.slice(0, -1))),
  );
  if (!taken)
    throw new FetchStopped('wrong-type', `The answer is ${type || 'of no named type'}: that is not taken.`);
}

function unpacked(answer: IncomingMessage): Readable {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return answer;
  if (!Object.hasOwn(unpackers, encoding))
    throw new FetchStopped('bad-encoding', 'The answer is packed in a way that is not known here.');
  const unpacker = unpackers[encoding as keyof typeof unpackers]();
  answer.once('error', (error) => unpacker.destroy(error));
  unpacker.once('close', () => answer.destroy());
  return answer.pipe(unpacker);
}

async function collect(stream: Readable, { largest, whenLarger }: Limits) {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream as AsyncIterable<Uint8Array>) {
    pieces.push(piece);
    length += piece.length;
    if (length <= largest) continue;
    if (whenLarger === 'refuse') throw tooLarge(largest);
    return { body: new Uint8Array(Buffer.concat(pieces).subarray(0, largest)), cut: true };
  }
  return { body: new Uint8Array(Buffer.concat(pieces)), cut: false };
}

function tooLarge(largest: number): FetchStopped {
  const limit = largest.toLocaleString('en-GB');
  return new FetchStopped('too-large', `The answer is larger than ${limit} bytes: it was cut off.`);
}
