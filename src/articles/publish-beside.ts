import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { enterAttribution } from './attributions/attribute-article.ts';
import { closeClaims } from './claims/close-claim.ts';
import { enterClaim } from './claims/mark-claim.ts';
import { enterDetails } from './enter-details.ts';
import type { Kept } from './keep-revision.ts';

/** What a draft had beside its text becomes public with it: its language and guests, its claims, what it closes, how its author knows. */
export async function publishBeside(site: Site, tx: Db, { id, editor }: Kept): Promise<void> {
  await enterDetails(site, tx, { id, editor });
  const claims = await tx
    .selectFrom('article_claims')
    .selectAll()
    .where('article_id', '=', id)
    .orderBy('number')
    .execute();
  for (const row of claims) await enterClaim(site, tx, { editor, row });
  await closeClaims(site, tx, { by: id, editor });
  const known = await tx
    .selectFrom('article_attributions')
    .selectAll()
    .where('article_id', '=', id)
    .executeTakeFirst();
  if (known) await enterAttribution(site, tx, { editor, row: known });
}
