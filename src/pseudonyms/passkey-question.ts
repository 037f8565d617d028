import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { countTry } from '../staff/tries.ts';
import type { Db } from '../store/schema.ts';
import { makeOneTime } from './one-time.ts';

/** Whose passkeys they are: this publication's host, at this publication's address. */
export function relyingParty({ config }: Site): { rpID: string; origin: string } {
  const { hostname: rpID, origin } = new URL(config.url);
  return { rpID, origin };
}

const minutes = 5;
const tenMinutes = 600;
const mostAsked = 30;
export const mostPasskeys = 20;
const longestLabel = 60;

/**
 * What a browser is asked for a new passkey of a writer who holds a name: found later without a name being typed, and
 * only where the device asks for its owner. Its answer is taken once, within five minutes. Refusals: `no-name`,
 * `passkeys-many`.
 */
export async function askForPasskey(site: Site, writerId: string): Promise<Outcome<unknown>> {
  const names = await heldNames(site.store.read, writerId);
  if (names.length === 0) return refuse('no-name', 'No name of yours is kept here: write something first.');
  const known = await passkeysOf(site.store.read, writerId);
  if (known.length >= mostPasskeys)
    return refuse(
      'passkeys-many',
      `${mostPasskeys} devices keep your names: end one that you no longer use.`,
    );
  const challenge = await site.store.write((tx) =>
    makeOneTime(site, tx, { purpose: 'add-passkey', writerId, content: null, minutes }),
  );
  const { rpID } = relyingParty(site);
  return done(
    await generateRegistrationOptions({
      ...{ rpID, rpName: rpID, userName: names.join(', ').slice(0, longestLabel) },
      userID: new TextEncoder().encode(writerId),
      challenge: bytesOf(challenge),
      attestationType: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: known.map((id) => ({ id })),
    }),
  );
}

/** What a browser is asked for a passkey that it has of somebody, whoever it is. Refusal: `too-fast`. */
export async function askForAnyPasskey(site: Site, address: string): Promise<Outcome<unknown>> {
  const challenge = await site.store.write(async (tx) => {
    const tries = await countTry(site, tx, { what: 'passkey', whom: address, seconds: tenMinutes });
    if (tries > mostAsked) return null;
    return makeOneTime(site, tx, { purpose: 'use-passkey', writerId: null, content: null, minutes });
  });
  if (challenge === null)
    return refuse(
      'too-fast',
      'Too many passkeys were asked for from your address. Try again in ten minutes.',
    );
  const { rpID } = relyingParty(site);
  return done(
    await generateAuthenticationOptions({
      rpID,
      challenge: bytesOf(challenge),
      userVerification: 'required',
    }),
  );
}

/** The question is the secret itself, which comes back in the signed answer. */
function bytesOf(secret: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(secret, 'base64url'));
}

async function heldNames(db: Db, writerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('pseudonyms')
    .select('name')
    .where('writer_id', '=', writerId)
    .where('given_up_at', 'is', null)
    .orderBy('id')
    .limit(5)
    .execute();
  return rows.map(({ name }) => name);
}

/** Ids of a writer's passkeys that open something. */
export async function passkeysOf(db: Db, writerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('writer_keys')
    .select('hash')
    .where('writer_id', '=', writerId)
    .where('kind', '=', 'passkey')
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(({ hash }) => hash);
}
