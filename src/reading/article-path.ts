import type { Context } from 'hono';

/** How the path of an article's page is written as a route. */
export const articlePattern = '/:year{\\d{4}}/:month{\\d\\d}/:day{\\d\\d}/:slug/';

/** The path of the article that a request to it, or to anything below it, is about. */
export function articlePathOf(c: Context): string {
  const { year, month, day, slug } = c.req.param() as Record<string, string>;
  return `/${year}/${month}/${day}/${slug}/`;
}
