import { pathId, type Visit } from '../visit.ts';

const queue = '/desk/queue/';

/** The page of the queue from which a form was sent, at its response; the first page where the browser does not tell. */
export function pageItCameFrom(visit: Visit, told: Record<string, string> = {}): string {
  const { c, site } = visit;
  const from = URL.parse(c.req.header('referer') ?? '', site.config.url);
  const query = new URLSearchParams(from?.pathname === queue ? from.search : '');
  for (const name of ['decided', 'noted']) query.delete(name);
  for (const [name, value] of Object.entries(told)) query.set(name, value);
  return `${queue}${query.size === 0 ? '' : `?${query}`}#response-${pathId(visit)}`;
}
