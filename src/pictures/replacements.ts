import type { Action } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';
import { filePath } from './picture.ts';
import { filesOf } from './queries.ts';

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
  const told = rows.map(({ at, leaf }) => {
    const { subject } = JSON.parse(leaf) as { subject: Told };
    return { at, after: subject, before: { ...subject, number: subject.number - 1 } };
  });
  const small = await smallOnes(
    db,
    told.flatMap(({ before, after }) => [before, after]),
  );
  return told.map(({ at, before, after }) => ({
    at,
    before: small.get(keyOf(before)) ?? null,
    after: small.get(keyOf(after)) ?? null,
  }));
}

/** A version of a picture. */
type Told = { id: string; number: number };

const keyOf = ({ id, number }: Told) => `${id} ${number}`;

/** The narrowest file of each of these versions. */
async function smallOnes(db: Db, versions: Told[]): Promise<Map<string, SmallPicture>> {
  if (versions.length === 0) return new Map();
  const rows = await db
    .selectFrom('picture_versions')
    .select(['picture_id as id', 'number', 'hash'])
    .where('picture_id', 'in', [...new Set(versions.map(({ id }) => id))])
    .where('number', 'in', [...new Set(versions.map(({ number }) => number))])
    .execute();
  const files = await filesOf(
    db,
    rows.map(({ hash }) => hash),
  );
  return new Map(
    rows.flatMap((row) => {
      const file = files.get(row.hash)?.find(({ format }) => format === 'webp');
      if (!file) return [];
      const { width, height } = file;
      return [[keyOf(row), { path: filePath(row.hash, file.name), width, height }]];
    }),
  );
}
