import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import { lookAtOneTime, useOneTime } from '../../pseudonyms/one-time.ts';
import type { Site } from '../../site.ts';
import type { Who } from './person.ts';

/** Whose data a link from a letter gives out or erases, while it can be used; null for any other. It stays usable. */
export async function lookAtOwnLink(site: Site, token: string): Promise<Who | null> {
  const link = await lookAtOneTime(site, site.store.read, token);
  return link?.purpose === 'own-data' && link.content !== null
    ? { by: 'read-email', value: link.content }
    : null;
}

/** Uses such a link up, for one of both. Refusal: `link-over`. */
export async function followOwnLink(site: Site, token: string): Promise<Outcome<Who>> {
  return site.store.write(async (tx) => {
    const seen = await lookAtOneTime(site, tx, token);
    const link = seen?.purpose === 'own-data' ? await useOneTime(site, tx, token) : null;
    if (link?.content == null)
      return refuse('link-over', 'This link was used before, or its hour is over. Ask for another one.');
    return done({ by: 'read-email', value: link.content });
  });
}
