import { newId } from '../../lib/ids.ts';
import { done, type Outcome, type Refusal, refuse } from '../../lib/refusal.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { lastWay } from '../change-passkey.ts';
import { enterPrivately } from '../enter.ts';
import { queueLetter } from '../letters.ts';
import { endSessions, passkeysOf } from '../queries.ts';
import type { SessionFacts } from '../session.ts';
import type { Staff } from '../staff.ts';
import { countTry, forgetTries } from '../tries.ts';
import {
  authenticatorLink,
  newAuthenticatorSecret,
  newRecoveryCodes,
  readCode,
  recoveryHash,
  stepOf,
} from './code.ts';
import { readNewPassword } from './password.ts';
import {
  type Authenticator,
  authenticatorsOf,
  beginAuthenticator,
  confirmAuthenticator,
  dropPassword,
  passwordHash,
  putPassword,
  putRecoveryCodes,
  takeStep,
} from './queries.ts';
import { cryptography, openSecret, sealSecret } from './sealed-secret.ts';

/** Whoever is signed in, and by which session. */
export type Self = { staff: Staff; session: SessionFacts };

/** How long an authenticator may be in being set up. */
const setUpMilliseconds = 60 * 60 * 1000;
export const spanSeconds = 15 * 60;
export const mostTries = 10;

/** Begins the set-up of an authenticator; the one that counts goes on counting until a code of the new one is given. */
export async function startAuthenticator(site: Site, staffId: string): Promise<void> {
  const secret = await sealSecret(site, newAuthenticatorSecret(site));
  const at = site.clock.now().toISOString();
  const id = newId(site.clock, site.random);
  await site.store.write((tx) => beginAuthenticator(tx, { id, staffId, secret, at }));
}

/** What an authenticator that is being set up must be told; null where none is. */
export async function authenticatorToSetUp(site: Site, staff: Staff) {
  const pending = (await usable(site, staff.id)).find(({ confirmed }) => !confirmed);
  if (!pending) return null;
  const { email } = staff;
  return authenticatorLink(await openSecret(site, pending.secret), { email, url: site.config.url });
}

async function usable(site: Site, staffId: string): Promise<Authenticator[]> {
  const oldest = new Date(site.clock.now().getTime() - setUpMilliseconds).toISOString();
  const all = await authenticatorsOf(site.store.read, staffId);
  return all.filter(({ confirmed, madeAt }) => confirmed || madeAt > oldest);
}

/**
 * Sets somebody's own password, which a code of their authenticator must go with: of the one that is being set up,
 * which then is the one that counts, or of the one that does. Their other sessions end. Answers new recovery codes
 * with a new authenticator, else null. Refuses what `readNewPassword` names, `tries-many` and `code-wrong`.
 */
export async function setPassword(
  site: Site,
  { staff, session }: Self,
  given: { password: string; code: string },
): Promise<Outcome<{ recoveryCodes: string[] | null }>> {
  const password = readNewPassword(given.password, staff);
  if (!password.ok) return password;
  const tries = await site.store.write((tx) =>
    countTry(site, tx, { what: 'code', whom: staff.id, seconds: spanSeconds }),
  );
  if (tries > mostTries) return tooManyTries();
  const match = await matching(site, staff.id, given.code);
  if (match === null) return wrongCode();
  const hash = await (await cryptography()).hashPassword(password.value);
  const recoveryCodes = match.confirmed ? null : newRecoveryCodes(site);
  return site.store.write(async (tx) => {
    const at = site.clock.now().toISOString();
    if (!(await takeStep(tx, match))) return wrongCode();
    if (recoveryCodes !== null) {
      await confirmAuthenticator(tx, { id: match.id, staffId: staff.id, at });
      await keepCodes(site, tx, { staffId: staff.id, codes: recoveryCodes });
    }
    await putPassword(tx, { id: newId(site.clock, site.random), staffId: staff.id, hash, at });
    await endSessions(tx, { staffId: staff.id, but: session.id });
    await forgetTries(site, tx, { what: 'code', whom: staff.id });
    const entry = { by: staff.role, staffId: staff.id, reason: 'password' };
    await enterPrivately(site, tx, { action: 'staff.credential-add', ...entry });
    await queueLetter(site, tx, { about: 'password', staffId: staff.id });
    return done({ recoveryCodes });
  });
}

type Match = { id: string; confirmed: boolean; step: number };

async function matching(site: Site, staffId: string, code: string): Promise<Match | null> {
  for (const { id, confirmed, secret } of await usable(site, staffId)) {
    const step = await stepOf(await openSecret(site, secret), readCode(code), site.clock.now());
    if (step !== null) return { id, confirmed, step };
  }
  return null;
}

async function keepCodes(site: Site, tx: Db, { staffId, codes }: { staffId: string; codes: string[] }) {
  const hashes = codes.map((code) => recoveryHash(site, code));
  await putRecoveryCodes(tx, { staffId, hashes, at: site.clock.now().toISOString() });
}

/** Ten new recovery codes, shown once, in the place of all there were. Refuses `password-missing`. */
export async function renewRecoveryCodes(site: Site, staff: Staff): Promise<Outcome<string[]>> {
  const codes = newRecoveryCodes(site);
  return site.store.write(async (tx) => {
    if ((await passwordHash(tx, staff.id)) === null) return noPassword();
    await keepCodes(site, tx, { staffId: staff.id, codes });
    const entry = { by: staff.role, staffId: staff.id, reason: 'recovery-codes' };
    await enterPrivately(site, tx, { action: 'staff.credential-add', ...entry });
    await queueLetter(site, tx, { about: 'recovery-codes', staffId: staff.id });
    return done(codes);
  });
}

/**
 * Removes somebody's own password with its authenticator and recovery codes. Refuses `password-missing`, and
 * `last-way` for whoever has no passkey, unless they are `sure`.
 */
export async function removePassword(
  site: Site,
  staff: Staff,
  { sure }: { sure: boolean },
): Promise<Outcome<null>> {
  return site.store.write(async (tx) => {
    const has = (await passwordHash(tx, staff.id)) !== null;
    if (has && !sure && (await passkeysOf(tx, staff.id)).length === 0) return lastWay();
    if (!(await dropPassword(tx, staff.id))) return noPassword();
    const entry = { by: staff.role, staffId: staff.id, reason: 'password' };
    await enterPrivately(site, tx, { action: 'staff.credential-remove', ...entry });
    await queueLetter(site, tx, { about: 'password-removed', staffId: staff.id });
    return done(null);
  });
}

/** The refusal for whoever has tried too often. */
export function tooManyTries(): Refusal {
  return refuse('tries-many', 'Too many tries. Wait a quarter of an hour, or sign in another way.');
}

function noPassword(): Refusal {
  return refuse('password-missing', 'You have no password here.');
}

function wrongCode(): Refusal {
  return refuse(
    'code-wrong',
    'This is not the code that the authenticator shows now, or it was used before. Wait for the next one and type it.',
    'code',
  );
}
