import { newId, newSecret, sha256 } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Editor } from './keep-revision.ts';
import { lockArticle, noArticle } from './lock-article.ts';

/** How long a link may be good for, in hours: from one hour to fourteen days. */
export const previewHours = [1, 24, 72, 168, 336] as const;

/**
 * Makes a secret address at which anybody who has it reads the article as it stands, until it expires. The secret is
 * answered once and kept as a hash. Refusals: `no-article`, `bad-hours`.
 */
export async function makePreview(
  site: Site,
  editor: Editor,
  { id, hours }: { id: string; hours: string },
): Promise<Outcome<{ path: string; expiresAt: string }>> {
  const length = previewHours.find((each) => String(each) === hours);
  if (length === undefined)
    return refuse('bad-hours', 'Choose how long the link is good for: an hour to fourteen days.', 'hours');
  return site.store.write(async (tx) => {
    if (!(await lockArticle(tx, id))) return noArticle();
    const secret = newSecret(site.random);
    const now = site.clock.now();
    const expiresAt = new Date(now.getTime() + length * 3_600_000).toISOString();
    await tx
      .insertInto('article_previews')
      .values({
        ...{ id: newId(site.clock, site.random), article_id: id, token_hash: sha256(secret) },
        ...{ made_at: now.toISOString(), made_by: editor.staffId, expires_at: expiresAt },
      })
      .execute();
    return done({ path: `/preview/${secret}/`, expiresAt });
  });
}

/** Ends a link before its time. Refusal: `already-decided`. */
export async function revokePreview(
  site: Site,
  { id, previewId }: { id: string; previewId: string },
): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const row = await tx
      .updateTable('article_previews')
      .set({ revoked_at: site.clock.now().toISOString() })
      .where('id', '=', previewId)
      .where('article_id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    return row ? done({ id }) : refuse('already-decided', 'This link was ended already.');
  });
}

/** What a secret address leads to: an article's id until when, `ended` for one that was good once, null for none. */
export async function openPreview(
  site: Site,
  secret: string,
): Promise<{ articleId: string; expiresAt: string } | 'ended' | null> {
  const row = await site.store.read
    .selectFrom('article_previews')
    .select(['article_id', 'expires_at', 'revoked_at'])
    .where('token_hash', '=', sha256(secret))
    .executeTakeFirst();
  if (!row) return null;
  const isOver = row.revoked_at !== null || row.expires_at <= site.clock.now().toISOString();
  return isOver ? 'ended' : { articleId: row.article_id, expiresAt: row.expires_at };
}
