import type { Context } from 'hono';

const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;

export type ProblemStatus = keyof typeof titles;

/** One input at fault: `field` is its name as it was sent, null where it is the whole. */
export type Fault = { field: string | null; sentence: string };

/** What went wrong: `code` for programs, `sentence` for people, `errors` for each input at fault. */
export type Problem = {
  status: ProblemStatus;
  sentence: string;
  code?: string;
  errors?: Fault[];
  headers?: Record<string, string>;
  /** Further facts for programs (RFC 9457, 3.2). */
  more?: Record<string, string>;
};

export const problemType = 'application/problem+json';

/** True for the addresses at which every refusal is a problem in JSON and never a page. */
export function isApiPath(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

/**
 * Answers with problem details (RFC 9457). The type is `about:blank`, so the title is the status's own phrase and
 * the extension `code` says which refusal it is.
 */
export function problem(c: Context, { status, sentence, code, errors, headers, more }: Problem): Response {
  const body = {
    type: 'about:blank',
    title: titles[status],
    status,
    detail: sentence,
    instance: new URL(c.req.url).pathname,
    ...(code === undefined ? {} : { code }),
    ...(errors === undefined ? {} : { errors }),
    ...more,
  };
  return new Response(c.req.method === 'HEAD' ? null : JSON.stringify(body), {
    status,
    headers: {
      'content-type': problemType,
      'cache-control': 'no-store',
      ...(isReading(c) ? readableAnywhere : {}),
      ...headers,
    },
  });
}

/** The answer to inputs that cannot be taken: 422 with a sentence for each. */
export function faultsProblem(c: Context, errors: Fault[]): Response {
  const sentence = errors.map((error) => error.sentence).join(' ');
  return problem(c, { status: 422, code: 'bad-input', sentence, errors });
}

/** Lets a page of any origin read the answer (Fetch, CORS protocol): only what everybody gets alike. */
export const readableAnywhere: Record<string, string> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag',
};

function isReading(c: Context): boolean {
  return c.req.method === 'GET' || c.req.method === 'HEAD';
}
