import type { CleanHtml } from '../lib/clean-html.ts';
import { picturesOf } from '../lib/picture-elements.ts';
import { shownVersions } from '../pictures/enter-pictures.ts';
import { hashOfFiles } from '../pictures/hash-of-files.ts';
import { pictureWords } from '../pictures/picture.ts';
import { filesOf } from '../pictures/queries.ts';
import { commit } from '../record/entry.ts';
import { isPublished } from '../store/visibility.ts';
import { type Audit, isFull, report } from './audit.ts';
import { publicEntries } from './public-entries.ts';

const pageSize = 200;

/**
 * Holds the pictures of published articles against the record: each is the file that the newest entry for it commits
 * to, and the files that are served under its name are those that the name was made of.
 */
export async function verifyPictures(audit: Audit): Promise<void> {
  for (let after = ''; !isFull(audit); ) {
    const page = await illustratedAfter(audit, after);
    for (const article of page) await checkArticle(audit, article);
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.id;
  }
}

type Article = { id: string; path: string | null; html: string };

function illustratedAfter({ db }: Audit, after: string): Promise<Article[]> {
  return db
    .selectFrom('articles')
    .select(['id', 'path', 'html'])
    .where(isPublished)
    .where('html', 'like', '%/pictures/%')
    .where('id', '>', after)
    .orderBy('id')
    .limit(pageSize)
    .execute();
}

async function checkArticle(audit: Audit, { id, path, html }: Article): Promise<void> {
  const ids = [...new Set(picturesOf(html as CleanHtml).map((picture) => picture.id))];
  if (ids.length === 0) return;
  const entered = await enteredFor(audit, id);
  const versions = await shownVersions(audit.db, ids);
  const files = await filesOf(
    audit.db,
    versions.map(({ hash }) => hash),
  );
  for (const picture of ids) {
    const version = versions.find(({ picture_id }) => picture_id === picture);
    if (!version) report(audit, `${path} shows a picture that is missing from the database (${picture}).`);
    else if (entered.get(picture) !== commit(version.salt, pictureWords(version)))
      report(audit, `${path} shows another file for a picture than the record says (${picture}).`);
    else if (hashOfFiles(files.get(version.hash) ?? []) !== version.hash)
      report(audit, `The files of a picture on ${path} are not those that it was made into (${picture}).`);
  }
}

async function enteredFor({ db }: Audit, articleId: string): Promise<Map<string, string | null>> {
  const entered = new Map<string, string | null>();
  const which = { articleId, actions: ['picture.show', 'picture.replace'] as const };
  for await (const page of publicEntries(db, which))
    for (const { body } of page) entered.set(body.subject.id, body.words);
  return entered;
}
