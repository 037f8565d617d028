import { newId, sha256 } from '../../lib/ids.ts';
import { done, type Outcome, type Refusal, refuse } from '../../lib/refusal.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { beginSession } from '../begin-session.ts';
import { enterPrivately } from '../enter.ts';
import { closeAccount, endLinks, insertStaff, reopenAccount, staffByEmail } from '../queries.ts';
import type { Staff } from '../staff.ts';
import { type Invitation, whyClosed } from './invitation.ts';
import { invitationByLink, noteJoined, useUp } from './queries.ts';

/** The invitation that a link's token leads to. Refuses whatever `whyClosed` names. */
export async function findInvitation(site: Site, db: Db, token: string): Promise<Outcome<Invitation>> {
  const found = await invitationByLink(db, sha256(token));
  const closed = whyClosed(found?.standing ?? null, site.clock.now());
  if (closed || found === null) return closed ?? refuse('invitation-unknown', 'There is no such invitation.');
  return done(found.invitation);
}

/**
 * Takes whoever holds the link onto the staff and signs them in, once; the session that the request came with, if
 * any, ends. Refuses whatever `whyClosed` names, and `email-taken` where they were added meanwhile.
 */
export async function acceptInvitation(
  site: Site,
  token: string,
  request: Headers,
): Promise<Outcome<{ setCookies: string[] }>> {
  const joined = await site.store.write((tx) => join(site, tx, token));
  if (!joined.ok) return joined;
  return beginSession(site, request, { staffId: joined.value, credential: 'invitation' });
}

async function join(site: Site, tx: Db, token: string): Promise<Outcome<string>> {
  const found = await findInvitation(site, tx, token);
  if (!found.ok) return found;
  const { id, name, email, role } = found.value;
  const at = site.clock.now().toISOString();
  const before = await staffByEmail(tx, email);
  if (before !== null && before.disabledAt === null)
    return refuse('email-taken', `“${email}” belongs to somebody on the staff already: sign in instead.`);
  if (!(await useUp(tx, { id, at }))) return findInvitation(site, tx, token).then(alreadyUsed);
  const staff = { id: before?.id ?? newId(site.clock, site.random), name, email, role, at };
  await (before === null ? insertStaff(tx, staff) : openAgain(tx, staff));
  await noteJoined(tx, { id, staffId: staff.id });
  await enterPrivately(site, tx, { action: 'staff.add', by: 'owner', staffId: staff.id });
  return done(staff.id);
}

/** Somebody else used it between our look and our use: the second look says so. */
function alreadyUsed(found: Outcome<unknown>): Refusal {
  if (found.ok) throw new Error('An open invitation could not be used.');
  return found;
}

/** Opens a closed account again; nothing of the past signs in. */
async function openAgain(tx: Db, staff: Staff & { at: string }): Promise<void> {
  await closeAccount(tx, staff.id, staff.at);
  await endLinks(tx);
  await reopenAccount(tx, staff);
}
