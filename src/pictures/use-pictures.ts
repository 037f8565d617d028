import type { CleanHtml } from '../lib/clean-html.ts';
import { picturesOf } from '../lib/picture-elements.ts';
import { type Refusal, refuse } from '../lib/refusal.ts';
import type { Db } from '../store/schema.ts';

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
  const there = await tx // locked: none of them is deleted before this is committed
    .updateTable('pictures')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('id', 'in', [...new Set(pictures.map(({ id }) => id))])
    .returning('id')
    .execute();
  const gone = pictures.findIndex(({ id }) => !there.some((row) => row.id === id));
  return gone < 0
    ? null
    : refuse(
        'no-picture',
        `Picture ${gone + 1} of the text is not in the library: put another in its place, or take it out.`,
        'body',
      );
}
