import * as z from 'zod';
import {
  type RevisionLine,
  revisionLines,
  revisionWords,
  type Withheld,
  withheldOf,
} from '../articles/revisions/queries.ts';
import { fullRevisionShape, revisionsShape } from './follow-up-shapes.ts';
import { limitShape, readQuery } from './parameters.ts';
import { problem } from './problem.ts';
import { changedInput } from './read-article-input.ts';
import { type ArticleCall, type ArticleRoute, base } from './route.ts';
import { noSuch, numberIn, sendToStaff } from './send-to-staff.ts';
import { staffArticleShape } from './staff-shapes.ts';
import { matchHeaders } from './version.ts';
import { saveVersion } from './write-article-routes.ts';

const path = '/articles/{id}/revisions';
const page = 'The page is a whole number from 1.';
const listQuery = z.object({
  limit: limitShape(100).describe('How many at most.'),
  page: z.int(page).min(1, page).max(999_999, page).default(1),
});

/** The versions of an article that were published. */
export const listRevisionsRoute: ArticleRoute = {
  method: 'get',
  path,
  name: 'listRevisions',
  summary: 'Versions of an article that were published, newest first.',
  access: { scope: 'articles:read', verb: 'article.read' },
  query: listQuery,
  answers: { 200: { meaning: 'Versions, without their words.', shape: revisionsShape } },
  problems: [422],
  async handle({ site, c, id }) {
    const read = readQuery(c, listQuery);
    if ('refusal' in read) return read.refusal;
    const { limit, page: number } = read.query;
    const db = site.store.read;
    const found = await revisionLines(db, id, { limit: limit + 1, offset: (number - 1) * limit });
    const withheld = await withheldOf(db, id);
    const next = `${site.config.url}${base}/articles/${id}/revisions?limit=${limit}&page=${number + 1}`;
    return sendToStaff({
      items: found.slice(0, limit).map((line) => lineJson(line, withheld)),
      next: found.length > limit ? next : null,
    });
  },
};

/** One version, with its words. */
export const readRevisionRoute: ArticleRoute = {
  method: 'get',
  path: `${path}/{number}`,
  name: 'readRevision',
  summary: 'A version with its words, as staff keep them.',
  access: { scope: 'articles:read', verb: 'article.read' },
  answers: { 200: { meaning: 'The version.', shape: fullRevisionShape } },
  problems: [],
  async handle(call) {
    const version = await versionIn(call);
    return version === null ? noVersion(call) : sendToStaff(version);
  },
};

/** Saves the words of an earlier version once more. */
export const restoreRevisionRoute: ArticleRoute = {
  method: 'post',
  path: `${path}/{number}/restoration`,
  name: 'restoreRevision',
  summary: 'Saves the words of an earlier version as a new one; bylines, tags and the rest stay as they are.',
  access: { scope: 'articles:write', verb: 'article.edit' },
  headers: matchHeaders,
  answers: { 200: { meaning: 'The article as it now is.', shape: staffArticleShape, headers: ['ETag'] } },
  problems: [409, 412, 422, 428],
  async handle(call) {
    const { c } = call;
    const version = await versionIn(call);
    if (version === null) return noVersion(call);
    if (version.withheld !== null)
      return problem(c, {
        status: 409,
        code: 'withheld',
        sentence: 'The words of this version are legally withheld: choose another.',
      });
    const { title, standfirst, body, format } = version;
    return saveVersion(call, (article) =>
      changedInput(c, { article, sent: { title, standfirst, body, format } }),
    );
  },
};

function lineJson({ number, at, kind }: RevisionLine, all: Map<number, Withheld>) {
  const withheld = all.get(number);
  const since = withheld ? { since: withheld.at, reason: withheld.reason } : null;
  return { number, published: at, kind, withheld: since };
}

async function versionIn({ site, c, id }: ArticleCall): Promise<z.infer<typeof fullRevisionShape> | null> {
  const number = numberIn(c);
  if (number === null) return null;
  const db = site.store.read;
  const words = await revisionWords(db, id, number);
  if (!words) return null;
  const { title, standfirst, source: body, source_format: format, at, kind } = words;
  return { ...lineJson({ number, at, kind }, await withheldOf(db, id)), title, standfirst, body, format };
}

function noVersion({ c }: ArticleCall): Response {
  return noSuch(c, 'no-revision', 'There is no such version of this article.');
}
