import { isId, pathId, type Visit } from '../visit.ts';
import { queueAddress } from './queue-address.ts';

/** The page of the queue from which a form was sent, at its response; the first page where the browser does not tell. */
export function pageItCameFrom(visit: Visit, told: Record<string, string> = {}): string {
  const { c, site } = visit;
  const from = URL.parse(c.req.header('referer') ?? '', site.config.url)?.searchParams;
  const page = from?.get('page') ?? '';
  const article = from?.get('article') ?? '';
  const address = queueAddress({
    articleId: isId(article) ? article : null,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  });
  const query = new URLSearchParams(told).toString();
  const joined = query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`;
  return `${joined}#response-${pathId(visit)}`;
}
