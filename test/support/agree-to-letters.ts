import type { Site } from '../../src/site.ts';
import { confirmAddress } from '../../src/subscriptions/change-letters.ts';
import { subscribe } from '../../src/subscriptions/subscribe.ts';
import { granted } from './publish.ts';

/** Whoever reads an address asks for letters about a response and says yes to them: it is theirs, and its writer’s. */
export async function agreeToLetters(
  site: Site,
  { email, commentId }: { email: string; commentId: string },
): Promise<void> {
  granted(await subscribe(site, { email, commentId, kind: 'answers', pace: 'each' }));
  const { id } = await site.store.read
    .selectFrom('letter_addresses')
    .select('id')
    .where('email', '=', email.toLowerCase())
    .executeTakeFirstOrThrow();
  granted(await confirmAddress(site, id));
}
