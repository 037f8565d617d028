import { readEditable } from '../articles/queries.ts';
import type { Seen } from '../articles/seen.ts';
import type { Stage } from '../staff/permissions.ts';
import { problem } from './problem.ts';
import type { ApiCall, ArticleCall } from './route.ts';
import { readIfMatch, versionOf } from './version.ts';

/** The article as it now is, if `If-Match` names that version of it; else null. */
export function seenIn(
  match: string,
  { article: { state, updatedAt }, stage }: { article: Pick<Seen, 'state' | 'updatedAt'>; stage: Stage },
): Seen | null {
  const listed = readIfMatch(match);
  const now = { state, updatedAt, stage };
  if (listed === 'any') return now;
  return listed.some((each) => versionOf(each) === versionOf(now)) ? now : null;
}

/** 428: a change must say what it is made to. */
export function versionMissing({ c }: ApiCall): Response {
  return problem(c, {
    status: 428,
    code: 'no-version',
    sentence: 'Send the ETag of the version that you change as If-Match.',
  });
}

/** 412, with the version that is there now. */
export async function staleArticle({ site, c, id }: ArticleCall): Promise<Response> {
  const article = await readEditable(site.store.read, id);
  const version = article && versionOf(article);
  return problem(c, {
    status: 412,
    code: 'stale',
    sentence:
      'The article was changed since that version: read it again, then send your change to what it now is.',
    ...(version === null ? {} : { headers: { etag: `"${version}"` }, more: { version } }),
  });
}
