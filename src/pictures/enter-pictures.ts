import type { CleanHtml } from '../lib/clean-html.ts';
import { picturesOf } from '../lib/picture-elements.ts';
import { appendEntry } from '../record/append.ts';
import { type Action, type Actor, commit } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { pictureWords } from './picture.ts';

type Published = { articleId: string; html: string; by: Actor };

/**
 * Enters in the record each picture that a published article now shows and that no entry says it shows: which file it
 * is, as a commitment. Inside the transaction that publishes or changes the article.
 */
export async function enterPictures(site: Site, tx: Db, { articleId, html, by }: Published): Promise<void> {
  const ids = [...new Set(picturesOf(html as CleanHtml).map(({ id }) => id))];
  if (ids.length === 0) return;
  const entered = await enteredFor(tx, articleId);
  for (const version of await shownVersions(tx, ids))
    if (entered.get(version.picture_id) !== commit(version.salt, pictureWords(version)))
      await enterPicture(site, tx, { action: 'picture.show', by, articleId, version });
}

type Version = { picture_id: string; number: number; hash: string; salt: string };
type Entry = { action: Action; by: Actor; articleId: string | null; version: Version };

/** Enters that an article, or where it is null another page for readers, shows a version of a picture. */
export async function enterPicture(
  site: Site,
  tx: Db,
  { action, by, articleId, version }: Entry,
): Promise<void> {
  await appendEntry(site, tx, {
    action,
    by,
    subject: {
      ...{ type: 'picture', id: version.picture_id, number: version.number },
      ...(articleId === null ? {} : { article: articleId }),
    },
    visibility: 'public',
    words: { salt: version.salt, text: pictureWords(version) },
  });
}

/** The versions that are shown now, of these pictures, by id. */
export async function shownVersions(db: Db, ids: string[]): Promise<Version[]> {
  return db
    .selectFrom('pictures')
    .innerJoin('picture_versions', (join) =>
      join
        .onRef('picture_versions.picture_id', '=', 'pictures.id')
        .onRef('picture_versions.number', '=', 'pictures.version'),
    )
    .select(['picture_id', 'number', 'hash', 'salt'])
    .where('pictures.id', 'in', ids)
    .orderBy('pictures.id')
    .execute();
}

/** What the newest entry of each picture under an article commits to. */
async function enteredFor(tx: Db, articleId: string): Promise<Map<string, string | null>> {
  const rows = await tx
    .selectFrom('record_entries')
    .select('leaf')
    .where('article_id', '=', articleId)
    .where('action', 'in', ['picture.show', 'picture.replace'] satisfies Action[])
    .orderBy('id')
    .execute();
  const entries = rows.map(
    ({ leaf }) => JSON.parse(leaf) as { subject: { id: string }; words: string | null },
  );
  return new Map(entries.map(({ subject, words }) => [subject.id, words]));
}
