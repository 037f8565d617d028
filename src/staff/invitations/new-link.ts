import { newSecret, sha256 } from '../../lib/ids.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import type { Invitation, InvitationLink } from './invitation.ts';
import { insertLink } from './queries.ts';

/** Another link to an invitation, in the transaction of whoever hands it over. Only its hash is kept. */
export async function newLink(
  site: Site,
  tx: Db,
  { id, expiresAt }: Pick<Invitation, 'id' | 'expiresAt'>,
): Promise<InvitationLink> {
  const token = newSecret(site.random);
  await insertLink(tx, { tokenHash: sha256(token), invitationId: id });
  return { url: `${site.config.url}/desk/join/?token=${token}`, expiresAt };
}
