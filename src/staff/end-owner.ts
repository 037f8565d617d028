import type { Db, Time } from '../store/schema.ts';
import { withdrawInvitationsBy } from './invitations/queries.ts';
import { endLinks } from './queries.ts';

/**
 * Takes from somebody who is an owner no longer what they may have kept to come back by: the invitations that they
 * made, and sign-in links to others' accounts.
 */
export async function endOwner(tx: Db, gone: { staffId: string; at: Time }): Promise<void> {
  await withdrawInvitationsBy(tx, gone);
  await endLinks(tx);
}
