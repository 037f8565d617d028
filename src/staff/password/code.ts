import { createOTP } from '@better-auth/utils/otp';
import { keyedHash, newSecret } from '../../lib/ids.ts';
import type { Site } from '../../site.ts';

const stepSeconds = 30;
/** Clocks may be this many steps apart. */
const window = 1;

/** A new secret for an authenticator: 132 random bits. */
export function newAuthenticatorSecret({ random }: Site): string {
  return newSecret(random).slice(0, 22);
}

/** How an authenticator is told its secret: an `otpauth:` address, and the text to type, in groups of four. */
export function authenticatorLink(secret: string, { email, url }: { email: string; url: string }) {
  const address = createOTP(secret).url(new URL(url).hostname, email);
  const text = new URLSearchParams(address.split('?')[1]).get('secret') ?? '';
  return { address, text: text.replace(/(.{4})(?=.)/g, '$1 ') };
}

/** The time step that a code is of, around now (RFC 6238); null where it is of none. */
export async function stepOf(secret: string, code: string, now: Date): Promise<number | null> {
  const current = Math.floor(now.getTime() / 1000 / stepSeconds);
  const otp = createOTP(secret);
  let found: number | null = null;
  for (let step = current - window; step <= current + window; step += 1)
    if ((await otp.hotp(step)) === code) found ??= step;
  return found;
}

/** What was typed as a code: without spaces and hyphens, in small letters. */
export function readCode(text: string): string {
  return text.toLowerCase().replace(/[\s-]/g, '');
}

/** Letters and digits that nobody takes for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const howMany = 10;
const codeLength = 10;

/** Ten recovery codes, each of some 49 random bits, to be shown once. */
export function newRecoveryCodes({ random }: Site): string[] {
  return Array.from({ length: howMany }, () => {
    let code = '';
    while (code.length < codeLength)
      // The bytes beyond the last whole alphabet would make some letters likelier than others.
      for (const byte of random.bytes(codeLength))
        if (byte < 248 && code.length < codeLength) code += alphabet[byte % alphabet.length];
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
}

/** How a recovery code is kept: by a key that is not in the database. */
export function recoveryHash({ secrets }: Site, code: string): string {
  return keyedHash(secrets.sessionKey, `recovery:${readCode(code)}`);
}
