import type { Site } from '../site.ts';
import { addStaff } from '../staff/add-staff.ts';
import { hasStaff, ownerWithoutCredential } from '../staff/queries.ts';
import { createSignInLink } from '../staff/sign-in.ts';

/** A one-time sign-in link for an owner who has no credential yet, making the first owner; null once one has. */
export async function ownerLink(site: Site): Promise<string | null> {
  if (!(await hasStaff(site))) {
    const added = await addStaff(site, { name: 'Owner', email: firstEmail(site), role: 'owner' });
    if (!added.ok && added.code !== 'email-taken') throw new Error(added.sentence);
  }
  const owner = await ownerWithoutCredential(site);
  if (!owner) return null;
  const link = await createSignInLink(site, owner.email);
  if (!link.ok) throw new Error(link.sentence);
  return link.value.url;
}

/** An address of the publication's own host; a reserved one (RFC 2606) where the host has no domain. */
function firstEmail({ config }: Site): string {
  const { hostname } = new URL(config.url);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(hostname)
    ? `owner@${hostname}`
    : 'owner@hustings.example';
}
