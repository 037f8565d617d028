import type { Site } from '../../site.ts';

/** The sign-in library's hashing and encryption, loaded when first asked for. */
export const cryptography = () => import('better-auth/crypto');

/** Encrypts an authenticator's secret with a key that is not in the database. */
export async function sealSecret({ secrets }: Site, secret: string): Promise<string> {
  return (await cryptography()).symmetricEncrypt({ key: secrets.sessionKey, data: secret });
}

/** What was sealed. Throws where it was sealed by another install's key. */
export async function openSecret({ secrets }: Site, sealed: string): Promise<string> {
  return (await cryptography()).symmetricDecrypt({ key: secrets.sessionKey, data: sealed });
}
