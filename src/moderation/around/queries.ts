import { placeOf } from '../../comments/comment.ts';
import { beginningOf } from '../../lib/beginning.ts';
import { type CleanHtml, textOf } from '../../lib/clean-html.ts';
import type { Db } from '../../store/schema.ts';

/** A published response that stands near another one in its thread. */
export type Neighbour = { number: number; name: string; beginning: string; place: string };

/** A response in its thread: its number, or null of one that would come last. */
export type InThread = { id: string; articleId: string; number: number | null };

const each = 2;

/** The two published numbers before each of these and the two behind it, where they are shown. */
export async function neighboursOf(
  db: Db,
  responses: readonly InThread[],
): Promise<Map<string, Neighbour[]>> {
  const wanted = await numbersAround(db, responses);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select(['comments.article_id', 'number', 'comments.name', 'comments.html', 'articles.path'])
    // The state within each part: beside them, SQLite would walk through all that is published.
    .where((eb) =>
      eb.or(
        wanted.map(({ articleId, numbers }) =>
          eb.and([
            eb('comments.article_id', '=', articleId),
            eb('comments.state', '=', 'published'),
            eb('number', 'in', numbers),
          ]),
        ),
      ),
    )
    .orderBy('number')
    .execute();
  const near = rows.map((row) => ({
    articleId: row.article_id,
    ...{ number: row.number ?? 0, name: row.name, place: placeOf(row.path ?? '/', row.number ?? 0) },
    beginning: beginningOf(textOf(row.html as CleanHtml), 100),
  }));
  return new Map(
    wanted.map(({ id, articleId, numbers }) => [
      id,
      near.filter((row) => row.articleId === articleId && numbers.includes(row.number)),
    ]),
  );
}

/** What has no number yet would come behind the last. */
async function numbersAround(db: Db, responses: readonly InThread[]) {
  if (responses.length === 0) return [];
  const articles = await db
    .selectFrom('articles')
    .select(['id', 'last_number'])
    .where('id', 'in', [...new Set(responses.map(({ articleId }) => articleId))])
    .execute();
  const last = new Map(articles.map(({ id, last_number }) => [id, last_number]));
  return responses.flatMap(({ id, articleId, number }) => {
    const at = number ?? (last.get(articleId) ?? 0) + 1;
    const numbers: number[] = [];
    for (let near = at - each; near <= at + each; near += 1) if (near > 0 && near !== at) numbers.push(near);
    return numbers.length === 0 ? [] : [{ id, articleId, numbers }];
  });
}
