import { type DocumentName, documents } from '../publication/text-versions.ts';
import type { Db } from '../store/schema.ts';

/**
 * Where a picture stands besides in articles: a page of the publication’s own, a tag’s introduction, or a setting, by
 * its key. `now` is false where only an earlier wording, which readers can still open, shows it.
 */
export type PicturePlace = { kind: 'page' | 'tag' | 'setting'; id: string; name: string; now: boolean };

/** Every place outside articles that shows a picture, or did in a wording that is kept. */
export async function placesOf(db: Db, id: string): Promise<PicturePlace[]> {
  const address = `%/pictures/${id}%`;
  return [
    ...(await pagesWith(db, address)),
    ...(await tagsWith(db, address)),
    ...(await settingsWith(db, address, id)),
  ];
}

/** “the page “About us””, for a sentence. */
export function placeName({ kind, id, name, now }: PicturePlace): string {
  const earlier = now ? '' : 'an earlier wording of ';
  if (kind === 'page') return `${earlier}the page “${name}”`;
  if (kind === 'tag') return `the introduction of the tag “${name}”`;
  const document = documentOf(id);
  return `${earlier}${document ? `the page ${document[0]?.toUpperCase()}${document.slice(1)}` : `the setting ${id}`}`;
}

function documentOf(key: string): DocumentName | undefined {
  const names = Object.keys(documents) as DocumentName[];
  return names.find((name) => (documents[name] as readonly string[]).includes(key));
}

async function pagesWith(db: Db, address: string): Promise<PicturePlace[]> {
  const rows = await db
    .selectFrom('static_pages')
    .select(['id', 'title as name'])
    .select((eb) => eb('source', 'like', address).as('now'))
    .where((eb) =>
      eb.or([
        eb('source', 'like', address),
        eb(
          'id',
          'in',
          eb
            .selectFrom('kept_changes')
            .select('subject_id')
            .where('action', 'in', ['page.publish', 'page.change'])
            .where('words', 'like', address),
        ),
      ]),
    )
    .orderBy('slug')
    .execute();
  return rows.map((row) => ({ kind: 'page', ...row, now: Boolean(row.now) }));
}

async function tagsWith(db: Db, address: string): Promise<PicturePlace[]> {
  const rows = await db
    .selectFrom('tag_introductions')
    .innerJoin('tags', 'tags.id', 'tag_introductions.tag_id')
    .select(['tags.id', 'tags.name'])
    .where('source', 'like', address)
    .orderBy('tags.slug')
    .execute();
  return rows.map((row) => ({ kind: 'tag', ...row, now: true }));
}

async function settingsWith(db: Db, address: string, id: string): Promise<PicturePlace[]> {
  const now = await db
    .selectFrom('settings')
    .select('key')
    .where((eb) => eb.or([eb('value', 'like', address), eb('value', '=', id)]))
    .execute();
  const ever = await db.selectFrom('text_versions').select('key').where('text', 'like', address).execute();
  const keys = new Set(now.map(({ key }) => key));
  return [...new Set([...keys, ...ever.map(({ key }) => key)])]
    .sort()
    .map((key) => ({ kind: 'setting', id: key, name: key, now: keys.has(key) }));
}
