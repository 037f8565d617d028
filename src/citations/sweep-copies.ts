import type { Site } from '../site.ts';
import { oldCopies, removeCopy } from './copies.ts';
import { namedCopies } from './queries.ts';

/** No look takes as long. */
const hour = 3_600_000;

/** Takes away copies that no snapshot names, as a crash leaves them. Answers how many. */
export async function sweepCopies(site: Site): Promise<number> {
  let gone = 0;
  for await (const names of oldCopies(site, new Date(site.clock.now().getTime() - hour))) {
    const named = await namedCopies(site.store.read, names);
    for (const name of names.filter((each) => !named.has(each))) {
      await removeCopy(site, name);
      gone += 1;
    }
  }
  if (gone > 0) site.log.info({ gone }, 'copies of cited pages that nobody cites were taken away');
  return gone;
}
