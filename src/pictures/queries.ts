import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { foldForSearch } from '../lib/fold-text.ts';
import type { Db, Schema } from '../store/schema.ts';
import type { Developed, Format, PictureFile, Stilled } from './picture.ts';

/** A picture as it now is, for pages that show it. */
export type ShownPicture = { id: string; hash: string; files: PictureFile[] };

/** A picture as the library lists it. */
export type ListedPicture = ShownPicture & {
  alt: string;
  decorative: boolean;
  caption: string;
  credit: string;
  version: number;
  width: number;
  height: number;
  format: string;
  bytes: number;
  animated: boolean;
  stilled: Stilled | null;
  fileName: string;
  createdAt: string;
  /** When the file that is shown came. */
  at: string;
};

const columns = [
  ...['pictures.id', 'pictures.alt', 'pictures.decorative', 'pictures.caption', 'pictures.credit'],
  ...['pictures.version', 'pictures.created_at', 'picture_versions.hash', 'picture_versions.width'],
  ...['picture_versions.height', 'picture_versions.format', 'picture_versions.bytes', 'picture_versions.at'],
  ...['picture_versions.animated', 'picture_versions.stilled', 'picture_versions.file_name'],
] as const;

function shown(db: Db) {
  return db
    .selectFrom('pictures')
    .innerJoin('picture_versions', (join) =>
      join
        .onRef('picture_versions.picture_id', '=', 'pictures.id')
        .onRef('picture_versions.number', '=', 'pictures.version'),
    );
}

/** Which pictures: those whose words hold each of the query's, newest first. */
export type PictureList = { query: string; limit: number; offset: number };

/** A page of the library. */
export async function listPictures(db: Db, { query, limit, offset }: PictureList): Promise<ListedPicture[]> {
  const rows = await shown(db)
    .select(columns)
    .where(holding(query))
    .orderBy('pictures.created_at', 'desc')
    .orderBy('pictures.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return withFiles(db, rows);
}

/** How many there are. */
export async function countPictures(db: Db, query: string): Promise<number> {
  const row = await db
    .selectFrom('pictures')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(holding(query))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Folded words hold letters, digits and spaces alone: no sign in them means anything to LIKE. */
function holding(query: string) {
  const words = foldForSearch(query).split(' ').filter(Boolean).slice(0, 10);
  return (eb: ExpressionBuilder<Schema, 'pictures'>): Expression<SqlBool> =>
    eb.and(words.map((word) => eb('pictures.words', 'like', `%${word}%`)));
}

/** One picture, or null. */
export async function readPicture(db: Db, id: string): Promise<ListedPicture | null> {
  const row = await shown(db).select(columns).where('pictures.id', '=', id).executeTakeFirst();
  if (!row) return null;
  const [picture] = await withFiles(db, [row]);
  return picture ?? null;
}

type Row = {
  [C in 'id' | 'alt' | 'caption' | 'credit' | 'hash' | 'format' | 'file_name' | 'created_at' | 'at']: string;
} & {
  decorative: number;
  version: number;
  width: number;
  height: number;
  bytes: number;
  animated: number;
} & {
  stilled: string | null;
};

async function withFiles(db: Db, rows: Row[]): Promise<ListedPicture[]> {
  const files = await filesOf(
    db,
    rows.map(({ hash }) => hash),
  );
  return rows.map(({ created_at, file_name, decorative, animated, stilled, ...row }) => ({
    ...row,
    ...{ createdAt: created_at, fileName: file_name, stilled: stilled as Stilled | null },
    ...{ decorative: decorative === 1, animated: animated === 1, files: files.get(row.hash) ?? [] },
  }));
}

/** The files of each hash, narrowest first. */
export async function filesOf(db: Db, hashes: string[]): Promise<Map<string, PictureFile[]>> {
  const all = new Map<string, PictureFile[]>();
  if (hashes.length === 0) return all;
  const rows = await db
    .selectFrom('picture_files')
    .selectAll()
    .where('hash', 'in', [...new Set(hashes)])
    .orderBy('width')
    .orderBy('name')
    .execute();
  for (const { hash, ...file } of rows) all.set(hash, [...(all.get(hash) ?? []), file]);
  return all;
}

/** The pictures of these ids that are there, for pages that show them. */
export async function picturesById(db: Db, ids: string[]): Promise<Map<string, ShownPicture>> {
  if (ids.length === 0) return new Map();
  const rows = await shown(db)
    .select(['pictures.id', 'picture_versions.hash'])
    .where('pictures.id', 'in', ids)
    .execute();
  const files = await filesOf(
    db,
    rows.map(({ hash }) => hash),
  );
  return new Map(rows.map(({ id, hash }) => [id, { id, hash, files: files.get(hash) ?? [] }]));
}

/** A file that may be served, or null: nothing else is. */
export async function readPictureFile(db: Db, hash: string, name: string): Promise<PictureFile | null> {
  const row = await db
    .selectFrom('picture_files')
    .select(['name', 'width', 'height', 'format', 'bytes', 'sha256'])
    .where('hash', '=', hash)
    .where('name', '=', name)
    .executeTakeFirst();
  return row ?? null;
}

const namesAtOnce = 500;

/** Those of some names of files, such as `HASH-960.webp`, that a picture has. */
export async function namedFiles(db: Db, names: string[]): Promise<Set<string>> {
  const hashes = [...new Set(names.map((name) => name.slice(0, name.indexOf('-'))))];
  const named = new Set<string>();
  for (let from = 0; from < hashes.length; from += namesAtOnce) {
    const rows = await db
      .selectFrom('picture_files')
      .select(['hash', 'name'])
      .where('hash', 'in', hashes.slice(from, from + namesAtOnce))
      .execute();
    for (const { hash, name } of rows) named.add(`${hash}-${name}`);
  }
  return named;
}

/** What the same bytes were made into before, or null. */
export async function developedBefore(
  db: Db,
  sourceHash: string,
): Promise<(Developed & { hash: string }) | null> {
  const row = await db
    .selectFrom('picture_versions')
    .select(['hash', 'width', 'height', 'format', 'animated', 'stilled'])
    .where('source_hash', '=', sourceHash)
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const files = (await filesOf(db, [row.hash])).get(row.hash);
  if (!files) return null;
  return {
    ...row,
    format: row.format as Format,
    animated: row.animated === 1,
    stilled: row.stilled as Stilled | null,
    files,
  };
}

/** Every file that a picture ever was, newest first. */
export type PictureVersion = {
  number: number;
  hash: string;
  width: number;
  height: number;
  format: string;
  bytes: number;
  fileName: string;
  at: string;
  files: PictureFile[];
};

/** The versions of a picture, newest first. */
export async function versionsOf(db: Db, id: string): Promise<PictureVersion[]> {
  const rows = await db
    .selectFrom('picture_versions')
    .select(['number', 'hash', 'width', 'height', 'format', 'bytes', 'file_name', 'at'])
    .where('picture_id', '=', id)
    .orderBy('number', 'desc')
    .execute();
  const files = await filesOf(
    db,
    rows.map(({ hash }) => hash),
  );
  return rows.map(({ file_name, ...row }) => ({
    ...row,
    fileName: file_name,
    files: files.get(row.hash) ?? [],
  }));
}

/** An article that shows a picture, or did in a version that is kept. */
export type PictureUse = { id: string; title: string; state: string; path: string | null; now: boolean };

/** The articles that a picture stands in now, and those of which only an earlier version shows it. */
export async function usesOf(db: Db, id: string): Promise<PictureUse[]> {
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'title', 'state', 'path'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('picture_uses')
            .select('picture_id')
            .whereRef('picture_uses.article_id', '=', 'articles.id')
            .where('picture_uses.picture_id', '=', id),
        )
        .as('now'),
    )
    .where((eb) =>
      eb.or([
        eb('id', 'in', eb.selectFrom('picture_uses').select('article_id').where('picture_id', '=', id)),
        eb(
          'id',
          'in',
          eb
            .selectFrom('article_revisions')
            .select('article_id')
            .where('source', 'like', `%/pictures/${id}%`),
        ),
      ]),
    )
    .orderBy(sql`articles.updated_at`, 'desc')
    .execute();
  return rows.map((row) => ({ ...row, now: Boolean(row.now) }));
}
