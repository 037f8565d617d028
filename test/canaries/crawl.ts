import type { Web } from '../../src/web/site-app.ts';

/** An answer that anybody may get. */
export type Got = { path: string; status: number; text: string; etag: string | null };

export type How = { method?: string; headers?: Record<string, string>; body?: string };

/** Asks for something as a program does that knows nothing and nobody. */
export type Asking = (path: string, how?: How) => Promise<Got>;

/** Asks a real server. What it sends is unpacked; where it points elsewhere is part of what was got. */
export function asking(address: string): Asking {
  return async (path, { method = 'GET', headers = {}, body } = {}) => {
    const init = { method, headers, redirect: 'manual' as const, ...(body === undefined ? {} : { body }) };
    const answer = await fetch(address + path, init);
    const own = [...answer.headers].filter(([name]) => name !== 'content-security-policy');
    const text = `${await answer.text()}\n${own.map((header) => header.join(': ')).join('\n')}`;
    return { path, status: answer.status, text, etag: answer.headers.get('etag') };
  };
}

/** So many addresses of one kind are followed: what a route may leak, it leaks at those that the crawl starts from too. */
const mostOfKind = 6;

const atOnce = 8;

type Crawling = { address: string; kindOf(path: string): string | null };

/** Whatever is reached from these addresses by links, of whatever kind of file: each address once. */
export async function crawl(
  ask: Asking,
  from: Iterable<string>,
  { address, kindOf }: Crawling,
): Promise<Map<string, Got>> {
  const got = new Map<string, Got>();
  const waiting = [...new Set(from)];
  const known = new Set(waiting);
  const kinds = new Map<string | null, number>();
  while (waiting.length > 0) {
    const answers = await Promise.all(waiting.splice(0, atOnce).map((path) => ask(path)));
    for (const answer of answers) got.set(answer.path, answer);
    for (const next of answers.flatMap((answer) => linksIn(answer, address))) {
      if (known.has(next)) continue;
      known.add(next);
      const kind = kindOf(next);
      const count = (kinds.get(kind) ?? 0) + 1;
      kinds.set(kind, count);
      if (count <= mostOfKind) waiting.push(next);
    }
  }
  return got;
}

/** Paths of ours in an answer: in attributes of HTML and XML, in JSON, in plain text, in headers. */
function linksIn({ path, text }: Got, address: string): string[] {
  const found = [
    ...[...text.matchAll(/\s(?:href|src|action|formaction)="([^"]*)"/g)].map(([, link]) => link),
    ...[...text.matchAll(/"(\/[^"\s<>]*)"/g)].map(([, link]) => link),
    ...[...text.matchAll(/^(?:location|link): <?([^>;\n]*)/gm)].map(([, link]) => link),
    ...[...text.matchAll(/https?:\/\/[^\s"'<>)\]]+/g)].map(([link]) => link),
  ];
  return found.flatMap((link) => {
    const url = URL.parse((link ?? '').replaceAll('&amp;', '&'), address + path);
    if (url === null || url.origin !== address || isLeftOut(url.pathname)) return [];
    return [url.pathname + url.search];
  });
}

/** The desk is asked by its own table; what is pressed is not followed; a stream has no end. */
function isLeftOut(path: string): boolean {
  return path.startsWith('/desk/') || path.startsWith('/assets/') || path.endsWith('/responses/live');
}

/** The pattern of the route that an address comes to first; null for one that leads nowhere. */
export function routeOf({ app }: Web, method: string, path: string): string | null {
  const [matches] = app.router.match(method, decoded(path.split('?')[0] ?? path));
  for (const match of matches) {
    const [, route] = match[0] as unknown as [unknown, { method: string; path: string }];
    if (route.method !== 'ALL' && route.path !== '/*') return route.path;
  }
  return null;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path; // it is the malformed one
  }
}

/** Every route that is not the desk’s, as `METHOD pattern`. */
export function publicRoutes({ app }: Web): { method: string; path: string }[] {
  const routes = new Map<string, { method: string; path: string }>();
  for (const { method, path } of app.routes)
    if (method !== 'ALL' && path !== '/*' && !path.startsWith('/desk'))
      routes.set(`${method} ${path}`, { method, path });
  return [...routes.values()];
}
