import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { type PictureDetails, searchWords } from './picture.ts';

/** Changes what the library says of a picture; articles keep what they say of it. Refusal: `no-picture`. */
export async function describePicture(
  site: Site,
  { id, details }: { id: string; details: PictureDetails },
): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const names = await tx
      .selectFrom('picture_versions')
      .select('file_name')
      .where('picture_id', '=', id)
      .orderBy('number')
      .execute();
    const files = names.map(({ file_name }) => file_name).join(' ');
    const changed = await tx
      .updateTable('pictures')
      .set({
        ...{ alt: details.alt, decorative: details.decorative ? 1 : 0, caption: details.caption },
        ...{ credit: details.credit, words: searchWords(details, files) },
      })
      .where('id', '=', id)
      .returning('id')
      .execute();
    return changed.length > 0 ? done({ id }) : refuse('no-picture', 'There is no such picture.');
  });
}
