import type { Action } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';
import { filePath } from './picture.ts';
import { versionsOf } from './queries.ts';

export type SmallPicture = { path: string; width: number; height: number };

/** That an article’s picture got another file: when, and what stood there before and after. */
export type Replacement = { at: string; before: SmallPicture | null; after: SmallPicture | null };

/** At most so many are told of an article. */
const most = 50;

/** Every time that a picture of a published article was replaced, newest first, as the record has it. */
export async function replacementsIn(db: Db, articleId: string): Promise<Replacement[]> {
  const rows = await db
    .selectFrom('record_entries')
    .select(['at', 'leaf'])
    .where('article_id', '=', articleId)
    .where('action', '=', 'picture.replace' satisfies Action)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  const found: Replacement[] = [];
  for (const { at, leaf } of rows) {
    const { subject } = JSON.parse(leaf) as { subject: { id: string; number: number } };
    const [before, after] = await Promise.all(
      [subject.number - 1, subject.number].map((number) => smallOf(db, subject.id, number)),
    );
    found.push({ at, before: before ?? null, after: after ?? null });
  }
  return found;
}

async function smallOf(db: Db, id: string, number: number): Promise<SmallPicture | null> {
  const version = (await versionsOf(db, id)).find((each) => each.number === number);
  const file = version?.files.find(({ format }) => format === 'webp');
  return version && file
    ? { path: filePath(version.hash, file.name), width: file.width, height: file.height }
    : null;
}
