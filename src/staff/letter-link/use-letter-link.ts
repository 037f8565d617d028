import { sha256 } from '../../lib/ids.ts';
import { done, type Outcome, type Refusal, refuse } from '../../lib/refusal.ts';
import type { Site } from '../../site.ts';
import { beginSession } from '../begin-session.ts';
import { readCode } from '../password/code.ts';
import { takeCode } from '../password/sign-in-password.ts';
import { staffById } from '../queries.ts';
import type { StaffAccount } from '../staff.ts';
import { countTry } from '../tries.ts';
import { deadLink, linkMilliseconds } from './letter-link.ts';
import { neededBeside } from './make-letter-link.ts';
import { dropLetterLink, openLetterLink, useLetterLinkUp } from './queries.ts';

const mostWrongCodes = 5;

/**
 * What a letter's link asks of its holder; uses nothing up. Refuses `link-invalid`, also where a passkey has come
 * to be since, which no letter replaces.
 */
export async function findLetterLink(
  site: Site,
  token: string,
): Promise<Outcome<{ staff: StaffAccount; needsCode: boolean }>> {
  const now = site.clock.now().toISOString();
  const staffId = await openLetterLink(site.store.read, { tokenHash: sha256(token), now });
  const staff = staffId && (await staffById(site.store.read, staffId));
  if (!staff || staff.disabledAt !== null) return deadLink();
  const beside = await neededBeside(site.store.read, staff.id);
  return beside === 'passkey' ? deadLink() : done({ staff, needsCode: beside === 'code' });
}

/**
 * Signs in by a link that came by mail, once, together with a code where its holder has an authenticator; the
 * session that the request came with, if any, ends. Refuses `link-invalid`, `staff-disabled` and `code-wrong`, which
 * leaves the link as it is; after five wrong codes it is gone.
 */
export async function useLetterLink(
  site: Site,
  given: { token: string; code: string },
  request: Headers,
): Promise<Outcome<{ setCookies: string[] }>> {
  const found = await findLetterLink(site, given.token);
  if (!found.ok) return found;
  const { staff, needsCode } = found.value;
  const tokenHash = sha256(given.token);
  const refused = needsCode ? await whyNot(site, { staff, tokenHash, code: given.code }) : null;
  if (refused) return refused;
  const at = site.clock.now().toISOString();
  if (!(await site.store.write((tx) => useLetterLinkUp(tx, { tokenHash, at })))) return deadLink();
  return beginSession(site, request, { staffId: staff.id, credential: 'letter' });
}

type Showing = { staff: StaffAccount; tokenHash: string; code: string };

async function whyNot(site: Site, { staff, tokenHash, code }: Showing): Promise<Refusal | null> {
  const open = await site.store.write(async (tx) => {
    const tried = { what: 'code', whom: `by letter ${tokenHash}`, seconds: linkMilliseconds / 1000 } as const;
    if ((await countTry(site, tx, tried)) <= mostWrongCodes) return true;
    await dropLetterLink(tx, tokenHash);
    return false;
  });
  if (!open) return deadLink();
  const taken = await takeCode(site, { staff, right: true, code: readCode(code) });
  if (taken !== null) return null;
  return refuse(
    'code-wrong',
    'This is not the code that the authenticator shows now, or it was used before. Wait for the next one and type it.',
    'code',
  );
}
