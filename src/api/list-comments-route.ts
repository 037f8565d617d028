import * as z from 'zod';
import type { Site } from '../site.ts';
import { commentsFrom } from './comment-json.ts';
import { idIn, limitShape, readQuery } from './parameters.ts';
import { findArticle } from './queries.ts';
import { missingArticle, noArticle } from './refusal-problem.ts';
import { base, type OpenRoute } from './route.ts';
import { sendJson } from './send-json.ts';
import { commentsShape } from './shapes.ts';

const notANumber = 'The comments after a number are asked for by that number, such as 100.';
const listQuery = z.object({
  after: z
    .int(notANumber)
    .min(0, notANumber)
    .max(999_999_999, notANumber)
    .default(0)
    .describe('Only those with a greater number.'),
  limit: limitShape(100).describe('How many at most.'),
});

/** An article's comments, by number. */
export const listCommentsRoute: OpenRoute = {
  method: 'get',
  path: '/articles/{id}/comments',
  name: 'listComments',
  summary:
    'Comments on an article, by number. Those that are gone keep their numbers, without words or names.',
  access: 'anybody',
  query: listQuery,
  answers: { 200: { meaning: 'Comments.', shape: commentsShape } },
  problems: [404, 410, 422],
  async handle(web, c) {
    const id = idIn(c);
    if (id === null) return noArticle(c);
    const read = readQuery(c, listQuery);
    if ('refusal' in read) return read.refusal;
    return (
      (await sendJson(web, c, { articleId: id, make: () => commentsOf(web.site, id, read.query) })) ??
      missingArticle(web, c, id)
    );
  },
};

async function commentsOf(
  site: Site,
  id: string,
  { after, limit }: z.infer<typeof listQuery>,
): Promise<z.infer<typeof commentsShape> | null> {
  const { config, store } = site;
  const article = await findArticle(store.read, id);
  if (!article) return null;
  const found = await commentsFrom(site, article, { from: after + 1, limit: limit + 1 });
  const items = found.slice(0, limit).map(({ json }) => json);
  const last = items.at(-1);
  const more = found.length > limit && last !== undefined;
  return {
    items,
    next: more ? `${config.url}${base}/articles/${id}/comments?after=${last.number}&limit=${limit}` : null,
  };
}
