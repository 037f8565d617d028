import type { Web } from '../../src/web/site-app.ts';
import { routeOf } from './crawl.ts';

/** What may stand in the place of each parameter of a route that links do not lead to. */
export type Fillings = {
  articles: { id: string; path: string | null }[];
  responses: { id: string; number: number | null }[];
  /** Secret addresses of a reader who wrote, of one who gets letters, of one who complained: somebody’s own pages. */
  secrets: string[];
};

const nobodys = '01957f00-0000-7000-8000-000000000000';

/**
 * Addresses for a route, with the parameters filled by whatever of the publication they may name: also what no link
 * leads to. An address of somebody’s own is asked for with a secret that is wrong, beside those that are right.
 */
export function addressesOf(pattern: string, fillings: Fillings): string[] {
  const own = fillings.secrets.filter((secret) => startsAlike(pattern, secret));
  const rest = (secret: string) =>
    pattern
      .split('/')
      .slice(secret.split('/').length - 1)
      .join('/');
  const owned = own.flatMap((secret) => filled(secret + rest(secret), fillings));
  return [...owned, ...filled(pattern, fillings)];
}

/** Whether a secret address is one of a route’s, or stands above one. */
function startsAlike(pattern: string, secret: string): boolean {
  const parts = secret.split('/').slice(1, -1);
  const wanted = pattern.split('/').slice(1);
  const fits = parts.every((part, at) => wanted[at] === part || (at > 0 && wanted[at]?.startsWith(':')));
  return parts.length <= wanted.length && fits;
}

function filled(pattern: string, { articles, responses }: Fillings): string[] {
  const ids = [...articles, ...responses].map(({ id }) => id);
  const paths = articles.flatMap(({ path }) => (path === null ? [] : [path]));
  const numbers = responses.flatMap(({ number }) => (number === null ? [] : [String(number)]));
  const choices: Record<string, string[]> = {
    ...{
      id: ids,
      article: ids.slice(0, 2),
      number: ['1', ...numbers],
      page: ['1', '2'],
      token: ['x'.repeat(43)],
    },
    ...{
      secret: ['x'.repeat(43)],
      hash: ['0'.repeat(64)],
      stage: ['draft', 'scheduled'],
      kind: ['uk-s5', 'dsa-16'],
    },
    ...{ slug: ['nothing'], year: ['2026'], month: ['03'], day: ['12'], file: ['nothing'] },
  };
  const article = /^\/:year\{[^/]*\}\/:month\{[^/]*\}\/:day\{[^/]*\}\/:slug\//;
  if (article.test(pattern))
    return paths.flatMap((path, at) =>
      fill(pattern.replace(article, path), few(pattern, at === 0 ? choices : { ...choices, number: ['1'] })),
    );
  return fill(pattern, few(pattern, choices));
}

/** Of what has few numbers, or asks for a secret that these are not, a few are enough. */
function few(pattern: string, choices: Record<string, string[]>): Record<string, string[]> {
  if (pattern.includes(':token')) return { ...choices, id: choices.id?.slice(-2) ?? [] };
  return /revisions|history|:slug\/versions/.test(pattern) ? { ...choices, number: ['1', '2'] } : choices;
}

/** Every combination; where a parameter has a pattern of its own, only what it matches. */
function fill(pattern: string, choices: Record<string, string[]>): string[] {
  const found = /:(\w+)(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/.exec(pattern);
  if (!found) return [pattern.replaceAll('*', '0')];
  const [whole, name = '', shape] = found;
  const values = choices[name];
  if (values === undefined)
    throw new Error(
      `Say in test/canaries/places.ts what may stand for “${name}” in ${pattern}: a route without a place in the crawl might show what may not be seen.`,
    );
  const fitting = shape === undefined ? values : fitted(values, new RegExp(`^(?:${shape})$`));
  return fitting.flatMap((value) =>
    fill(
      pattern.replace(whole, () => value),
      choices,
    ),
  );
}

const shaped = [
  'reference.txt',
  'reference.bib',
  'reference.json',
  'comment-page-1',
  'sitemap-1.xml',
  nobodys,
  `${'0'.repeat(40)}-1.jpg`,
  'look-000000000000.css',
];

function fitted(values: string[], shape: RegExp): string[] {
  return [...values, ...shaped].filter((value) => shape.test(value));
}

/** The routes that no address of a crawl came to. */
export function unasked(
  web: Web,
  routes: { method: string; path: string }[],
  asked: Iterable<string>,
): string[] {
  const reached = new Set([...asked].map((path) => routeOf(web, 'GET', path)));
  return routes.filter(({ method, path }) => method === 'GET' && !reached.has(path)).map(({ path }) => path);
}
