import { type Outcome, type Refusal, refuse } from '../../lib/refusal.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { beginSession } from '../begin-session.ts';
import type { Credential } from '../credential.ts';
import { enterPrivately } from '../enter.ts';
import { staffByEmail } from '../queries.ts';
import { foldEmail, type StaffAccount } from '../staff.ts';
import { countTry, forgetTries } from '../tries.ts';
import { readCode, recoveryHash, stepOf } from './code.ts';
import { normalised } from './password.ts';
import { authenticatorsOf, passwordHash, takeStep, useRecoveryCode } from './queries.ts';
import { cryptography, openSecret } from './sealed-secret.ts';
import { mostTries, spanSeconds, tooManyTries } from './set-password.ts';

/** What somebody types to sign in; `address` is the network address that they come from. */
export type Typed = { email: string; password: string; code: string; address: string };

/** More people than one may sit behind an address. */
const mostByAddress = 30;

/**
 * Signs in by password and code together, the code an authenticator's or a recovery code; the session that the
 * request came with, if any, ends. Refuses `sign-in-wrong`, whichever of the three was wrong and whether or not
 * anybody has that address, after the same work; and `tries-many` after ten tries on one account or thirty from
 * one network address in a quarter of an hour.
 */
export async function signInByPassword(
  site: Site,
  request: Headers,
  typed: Typed,
): Promise<Outcome<{ setCookies: string[] }>> {
  const email = foldEmail(typed.email);
  if (await isHeldBack(site, { email, address: typed.address })) return tooManyTries();
  const staff = await staffByEmail(site.store.read, email);
  const right = await isPassword(site, staff, typed.password);
  const credential = await takeCode(site, { staff, right, code: readCode(typed.code) });
  if (staff === null || credential === null) return wrong();
  await site.store.write((tx) => forgetTries(site, tx, { what: 'password', whom: email }));
  return beginSession(site, request, { staffId: staff.id, credential });
}

async function isHeldBack(
  site: Site,
  { email, address }: { email: string; address: string },
): Promise<boolean> {
  const what = 'password';
  return site.store.write(async (tx) => {
    const byAddress = await countTry(site, tx, { what, whom: `from ${address}`, seconds: spanSeconds });
    if (byAddress > mostByAddress) return true;
    const tries = await countTry(site, tx, { what, whom: email, seconds: spanSeconds });
    if (tries === mostTries + 1) await enterLock(site, tx, email);
    return tries > mostTries;
  });
}

async function enterLock(site: Site, tx: Db, email: string): Promise<void> {
  const staff = await staffByEmail(tx, email);
  if (staff) await enterPrivately(site, tx, { action: 'staff.lock', by: 'program', staffId: staff.id });
}

const nobodysHash = new WeakMap<Site, Promise<string>>();

/** Whether it is the password. Where there is none, another one's is looked at, which takes as long. */
async function isPassword(site: Site, staff: StaffAccount | null, typed: string): Promise<boolean> {
  const { hashPassword, verifyPassword } = await cryptography();
  const known = staff?.disabledAt === null ? await passwordHash(site.store.read, staff.id) : null;
  const nobodys = nobodysHash.get(site) ?? hashPassword('nobody has this password');
  nobodysHash.set(site, nobodys);
  const right = await verifyPassword({ hash: known ?? (await nobodys), password: normalised(typed) });
  return right && known !== null;
}

type Given = { staff: StaffAccount | null; right: boolean; code: string };

/** By which code, if what goes with it was right: a code is taken only then. Null where it is none of theirs. */
export async function takeCode(site: Site, { staff, right, code }: Given): Promise<Credential | null> {
  const staffId = right && staff ? staff.id : '';
  const at = site.clock.now();
  const [authenticator] = (await authenticatorsOf(site.store.read, staffId)).filter((each) => each.confirmed);
  const secret = authenticator ? await openSecret(site, authenticator.secret) : 'nobody’s secret';
  const step = await stepOf(secret, code, at);
  return site.store.write(async (tx) => {
    if (authenticator && step !== null)
      return (await takeStep(tx, { id: authenticator.id, step })) ? 'password' : null;
    const used = { staffId, hash: recoveryHash(site, code), at: at.toISOString() };
    if (!(await useRecoveryCode(tx, used)) || !authenticator || !staff) return null;
    await enterPrivately(site, tx, { action: 'staff.recovery', by: staff.role, staffId });
    return 'recovery';
  });
}

function wrong(): Refusal {
  return refuse(
    'sign-in-wrong',
    'These do not sign you in together: check the e-mail address, the password and the code. A code works once: after a wrong try wait for the next.',
  );
}
