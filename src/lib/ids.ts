import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { v7 } from 'uuid';

/** Where chance comes from: a test passes a seeded one. */
export type Random = { bytes(length: number): Uint8Array };

/** A text id that sorts by the time it was made (UUID version 7, RFC 9562). */
export function newId(clock: { now(): Date }, random: Random): string {
  return v7({ msecs: clock.now().getTime(), random: random.bytes(16) });
}

/** A secret for an address or a cookie: 256 bits in base64url, 43 characters. */
export function newSecret(random: Random): string {
  return Buffer.from(random.bytes(32)).toString('base64url');
}

/** SHA-256 of a text's UTF-8 bytes (or of bytes), in base64url. Secrets are stored only as this. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}

/** HMAC-SHA-256 in base64url: how a network address is kept. */
export function keyedHash(key: string, content: string): string {
  return createHmac('sha256', key).update(content).digest('base64url');
}

/** Whether a secret that came is the one expected; takes as long whatever is wrong with it. */
export function isSecret(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** SHA-256 of bytes or of a text's UTF-8 bytes, in hexadecimal. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
