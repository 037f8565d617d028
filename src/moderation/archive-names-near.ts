import { nativeOrigins } from '../articles/article.ts';
import { areNear, nearLookOf } from '../names/near-look.ts';
import type { Db } from '../store/schema.ts';
import type { Named } from './name-hints.ts';

/** More than an archive has names under the articles of one page. */
const most = 20_000;

/**
 * Names of an article's archive that a reader's name looks like, or from which it is one letter away: what is not
 * refused, and yet may pass for them. By the response's id; two queries.
 */
export async function archiveNamesNear(db: Db, named: readonly Named[]): Promise<Map<string, string[]>> {
  const readers = named.filter(({ origin }) => nativeOrigins.includes(origin));
  const held = await looksOfArchives(db, [...new Set(readers.map((each) => each.article_id))]);
  const near = readers
    .map((each) => ({ id: each.id, article: each.article_id, looks: looksNear(each, held) }))
    .filter(({ looks }) => looks.size > 0);
  const names = await namesOfArchives(db, [...new Set(near.map(({ article }) => article))]);
  return new Map(
    near.map(({ id, article, looks }) => [
      id,
      names
        .filter((each) => each.article_id === article && looks.has(nearLookOf(each.name)))
        .map(({ name }) => name),
    ]),
  );
}

type Held = { scope: string; look: string; pseudonym_id: string | null; writer_id: string | null };

function looksNear(response: Named, held: Held[]): Set<string> {
  const look = nearLookOf(response.name);
  const isOwn = ({ pseudonym_id, writer_id }: Held) =>
    pseudonym_id !== null &&
    (pseudonym_id === response.pseudonym_id || (writer_id !== null && writer_id === response.writer_id));
  const others = held.filter((each) => each.scope === response.article_id && !isOwn(each));
  return new Set(others.map((each) => each.look).filter((other) => areNear(other, look)));
}

/** One look of each name that an archive has under these articles, and who holds it. */
async function looksOfArchives(db: Db, articles: string[]): Promise<Held[]> {
  if (articles.length === 0) return [];
  return db
    .selectFrom('name_looks')
    .leftJoin('pseudonyms', 'pseudonyms.id', 'name_looks.pseudonym_id')
    .select(['scope', 'look', 'pseudonym_id', 'writer_id'])
    .where('scope', 'in', articles)
    .where('look', 'like', `${nearLookOf('').slice(0, 1)}%`)
    .limit(most)
    .execute();
}

async function namesOfArchives(db: Db, articles: string[]): Promise<{ article_id: string; name: string }[]> {
  if (articles.length === 0) return [];
  return db
    .selectFrom('comments')
    .select(['article_id', 'name'])
    .distinct()
    .where('article_id', 'in', articles)
    .where('origin', 'not in', nativeOrigins)
    .where('name', '<>', '')
    .orderBy('name')
    .limit(most)
    .execute();
}
