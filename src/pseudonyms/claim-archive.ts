import { nativeOrigins } from '../articles/article.ts';
import { touchPage } from '../articles/touch-page.ts';
import type { Site } from '../site.ts';
import { sameEmail } from '../store/same-email.ts';
import type { Db } from '../store/schema.ts';
import { keepArchiveNames } from './archive-names.ts';
import { claimName } from './claim-name.ts';
import { bindName } from './hold-name.ts';
import { newPseudonym } from './new-pseudonym.ts';
import { pseudonymNamed } from './queries.ts';

/** True where a response of the archive was written with this address and is nobody's here yet. */
export async function emailOfArchive(db: Db, email: string): Promise<boolean> {
  return (await ofArchive(db, email).limit(1).executeTakeFirst()) !== undefined;
}

function ofArchive(db: Db, email: string) {
  return db
    .selectFrom('comments')
    .select(['id', 'article_id', 'name'])
    .where('email', 'is not', null)
    .where(sameEmail('email', email))
    .where('origin', 'not in', nativeOrigins)
    .where('pseudonym_id', 'is', null)
    .where('name', '<>', '');
}

/** What became of a claim: responses that are now the writer's; names that are theirs on the whole site, and not. */
export type Claimed = { responses: number; held: string[]; heldHere: string[] };

/**
 * Whoever reads the mail of the address takes the responses that an archive has from it: they are marked as one
 * writer's, and their names are that writer's on the articles where they stand; on the whole site as well, where
 * nobody else writes under them yet.
 */
export async function claimArchive(
  site: Site,
  tx: Db,
  { email, writerId }: { email: string; writerId: string },
): Promise<Claimed> {
  const rows = await ofArchive(tx, email).orderBy('id').execute();
  const claimed: Claimed = { responses: rows.length, held: [], heldHere: [] };
  for (const name of new Set(rows.map((row) => row.name))) {
    const { pseudonymId, everywhere } = await holderOf(site, tx, { name, writerId });
    (everywhere ? claimed.held : claimed.heldHere).push(name);
    await tx
      .updateTable('comments')
      .set({ pseudonym_id: pseudonymId })
      .where(
        'id',
        'in',
        rows.filter((row) => row.name === name).map(({ id }) => id),
      )
      .execute();
  }
  for (const articleId of new Set(rows.map((row) => row.article_id))) {
    await keepArchiveNames(tx, articleId);
    await touchPage(tx, articleId);
  }
  return claimed;
}

async function holderOf(site: Site, tx: Db, { name, writerId }: { name: string; writerId: string }) {
  const site_wide = await claimName(site, tx, { name, writerId, articleId: null });
  if (site_wide.ok) {
    await bindName(site, tx, site_wide.value);
    return { pseudonymId: site_wide.value, everywhere: true };
  }
  const known = await pseudonymNamed(tx, { writerId, name });
  const pseudonymId = known?.id ?? (await newPseudonym(site, tx, { writerId, name }));
  return { pseudonymId, everywhere: false };
}
