import type { CleanHtml } from '../lib/clean-html.ts';
import { picturesOf } from '../lib/picture-elements.ts';
import { type Refusal, refuse } from '../lib/refusal.ts';
import type { Db } from '../store/schema.ts';
import { lockPicture } from './replace-picture.ts';

/** Notes which pictures an article shows, inside the transaction that writes its HTML. */
export async function notePictures(tx: Db, articleId: string, html: string): Promise<void> {
  await tx.deleteFrom('picture_uses').where('article_id', '=', articleId).execute();
  const ids = [...new Set(picturesOf(html as CleanHtml).map(({ id }) => id))];
  if (ids.length === 0) return;
  await tx
    .insertInto('picture_uses')
    .values(ids.map((picture_id, position) => ({ article_id: articleId, picture_id, position })))
    .execute();
}

/**
 * Why an article may not be published as it stands: a picture without a description that is not marked as decorative
 * (WCAG 2.2, 1.1.1), or one that is not in the library. Null where nothing is wrong.
 */
export async function unfitPictures(tx: Db, html: string): Promise<Refusal | null> {
  const pictures = picturesOf(html as CleanHtml);
  if (pictures.length === 0) return null;
  const silent = pictures.findIndex(({ alt, decorative }) => !decorative && (alt ?? '').trim() === '');
  if (silent >= 0)
    return refuse(
      'picture-without-description',
      `Picture ${silent + 1} of the text has no description: say what it shows, or mark it as decorative, for whoever does not see it.`,
      'body',
    );
  const there = await lockPictures(
    tx,
    pictures.map(({ id }) => id),
  );
  const gone = pictures.findIndex(({ id }) => !there.has(id));
  return gone < 0
    ? null
    : refuse(
        'no-picture',
        `Picture ${gone + 1} of the text is not in the library: put another in its place, or take it out.`,
        'body',
      );
}

/**
 * Locks pictures, so that none of them is deleted before this is committed: one after the other in the order of their
 * ids, so that two articles with the same pictures never wait for one another. Answers those that are there.
 */
async function lockPictures(tx: Db, ids: string[]): Promise<Set<string>> {
  const there = new Set<string>();
  for (const id of [...new Set(ids)].sort()) if (await lockPicture(tx, id)) there.add(id);
  return there;
}
