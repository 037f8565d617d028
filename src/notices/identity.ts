import { keyedHash } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import { cryptography } from '../staff/password/sealed-secret.ts';
import { identityMark } from './letters/english.ts';
import { repliesOf } from './queries.ts';

/** Who a writer says they are. */
export type Identity = { name: string; address: string };

/** Encrypts it with a key of its own that is not in the database. */
export async function sealIdentity(site: Site, identity: Identity): Promise<string> {
  return (await cryptography()).symmetricEncrypt({ key: keyOf(site), data: JSON.stringify(identity) });
}

/** What was sealed. Throws where it was sealed by another install’s key. */
export async function openIdentity(site: Site, sealed: string): Promise<Identity> {
  const opened = await (await cryptography()).symmetricDecrypt({ key: keyOf(site), data: sealed });
  return JSON.parse(opened) as Identity;
}

/**
 * A letter as its complainant may read it: who the writer is stands in it where the writer has agreed to that, and is
 * put there only now.
 */
export async function revealIdentity(site: Site, caseId: string, text: string): Promise<string> {
  if (!text.includes(identityMark)) return text;
  const [reply] = await repliesOf(site.store.read, caseId);
  if (!reply?.disclose || reply.identity === null) return text.replace(identityMark, '');
  const { name, address } = await openIdentity(site, reply.identity);
  return text.replace(identityMark, () => `${name}\n${address}`);
}

const keyOf = ({ secrets }: Site) => keyedHash(secrets.sessionKey, 'who writers are');
