import { webcrypto } from 'node:crypto';

/** SHA-256 of what may be many megabytes, on another thread. */
export async function sha256Bytes(bytes: Uint8Array): Promise<Buffer> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes));
}
