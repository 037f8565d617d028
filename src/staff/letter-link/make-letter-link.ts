import { newSecret, sha256 } from '../../lib/ids.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { enterPrivately } from '../enter.ts';
import type { QueuedLetter } from '../letters.ts';
import { authenticatorsOf } from '../password/queries.ts';
import { listAccounts, passkeysOf } from '../queries.ts';
import type { Staff } from '../staff.ts';
import { emailKey, linkMilliseconds, wantedMilliseconds } from './letter-link.ts';
import { putLetterLink } from './queries.ts';

type Asked = Extract<QueuedLetter, { about: 'sign-in' }>;

/** What stands between a letter's link and a session. */
export type Beside = 'nothing' | 'code' | 'passkey';

/**
 * What else than a letter somebody must show: their mailbox alone never gets past what they have set up. Where there
 * is an authenticator, its code; where there are passkeys alone, no letter will do.
 */
export async function neededBeside(db: Db, staffId: string): Promise<Beside> {
  if ((await authenticatorsOf(db, staffId)).some(({ confirmed }) => confirmed)) return 'code';
  return (await passkeysOf(db, staffId)).length > 0 ? 'passkey' : 'nothing';
}

/**
 * A link for the letter that somebody asked for, when it is about to be sent; `url` is null where no letter will do.
 * Null where the address is nobody's on the staff, or the letter comes too late to be wanted.
 */
export async function makeLetterLink(
  site: Site,
  letter: Asked,
): Promise<{ to: Staff; url: string | null } | null> {
  const now = site.clock.now().getTime();
  if (Date.parse(letter.at) + wantedMilliseconds <= now) return null;
  return site.store.write(async (tx) => {
    const active = (await listAccounts(tx)).filter(({ disabledAt }) => disabledAt === null);
    const to = active.find(({ email }) => emailKey(site, email) === letter.whom);
    if (!to) return null;
    if ((await neededBeside(tx, to.id)) === 'passkey') return { to, url: null };
    const token = newSecret(site.random);
    const expiresAt = new Date(now + linkMilliseconds).toISOString();
    const link = { tokenHash: sha256(token), letterId: letter.id, staffId: to.id, expiresAt };
    if (await putLetterLink(tx, link))
      await enterPrivately(site, tx, { action: 'staff.link', by: to.role, staffId: to.id, reason: 'letter' });
    return { to, url: `${site.config.url}/desk/sign-in/letter/?token=${token}` };
  });
}
