import { readEditable } from '../articles/queries.ts';
import { editArticle } from '../articles/save-article.ts';
import { writeOnce } from '../articles/write-once.ts';
import { idempotencyHeaders, readKey, sentRequest } from './idempotency.ts';
import { faultsProblem } from './problem.ts';
import { changedInput, readFields, wholeInput } from './read-article-input.ts';
import { noArticle, refusalProblem } from './refusal-problem.ts';
import { type ArticleCall, type ArticleRoute, base, type StaffRoute } from './route.ts';
import { readStaffArticle } from './staff-article.ts';
import {
  articleChangesShape,
  newArticleShape,
  type StaffArticleJson,
  staffArticleShape,
  wholeArticleShape,
} from './staff-shapes.ts';
import { seenIn, staleArticle, versionMissing } from './stale.ts';
import { matchHeaders } from './version.ts';

const whole = { shape: staffArticleShape, headers: ['ETag'] };

/** Writes a draft. */
export const writeArticleRoute: StaffRoute = {
  method: 'post',
  path: '/articles',
  name: 'writeArticle',
  summary: 'Writes a new draft.',
  access: { scope: 'articles:write', verb: 'article.write' },
  headers: idempotencyHeaders,
  body: newArticleShape,
  answers: { 201: { meaning: 'The draft.', shape: staffArticleShape, headers: ['Location', 'ETag'] } },
  problems: [400, 413, 415, 422],
  async handle(call) {
    const { site, c, editor, staff } = call;
    const key = readKey(c);
    if ('faults' in key) return faultsProblem(c, key.faults);
    const read = await readFields(c, newArticleShape, 'An article');
    if ('refusal' in read) return read.refusal;
    const parsed = wholeInput(c, {
      ...read.fields,
      authors: read.fields.authors ?? [staff.name.replace(/[,;]/g, ' ')],
    });
    if ('refusal' in parsed) return parsed.refusal;
    const request = sentRequest(call, { key: key.key, route: 'writeArticle', content: read.fields });
    const written = await writeOnce(site, editor, { input: parsed.input, request });
    if (!written.ok) return refusalProblem(c, written);
    const article = await readStaffArticle(site, written.value.id);
    if (article === null) return noArticle(c);
    const location = `${site.config.url}${base}/articles/${article.id}`;
    return sendArticle(article, { status: 201, headers: { location } });
  },
};

/** Puts a whole new version in an article's place. */
export const replaceArticleRoute: ArticleRoute = {
  method: 'put',
  path: '/articles/{id}',
  name: 'replaceArticle',
  summary: 'Saves a whole new version. What is left out is empty from then on.',
  access: { scope: 'articles:write', verb: 'article.edit' },
  headers: matchHeaders,
  body: wholeArticleShape,
  answers: { 200: { meaning: 'The article as it now is.', ...whole } },
  problems: [400, 409, 412, 413, 415, 422, 428],
  async handle(call) {
    const { c } = call;
    const read = await readFields(c, wholeArticleShape, 'An article');
    if ('refusal' in read) return read.refusal;
    const parsed = wholeInput(c, read.fields);
    return 'refusal' in parsed ? parsed.refusal : saveVersion(call, () => parsed);
  },
};

/** Changes parts of an article. */
export const changeArticleRoute: ArticleRoute = {
  method: 'patch',
  path: '/articles/{id}',
  name: 'changeArticle',
  summary: 'Saves what is sent of an article, and leaves the rest as it is.',
  access: { scope: 'articles:write', verb: 'article.edit' },
  headers: matchHeaders,
  body: articleChangesShape,
  answers: { 200: { meaning: 'The article as it now is.', ...whole } },
  problems: [400, 409, 412, 413, 415, 422, 428],
  async handle(call) {
    const { c } = call;
    const read = await readFields(c, articleChangesShape, 'A change');
    if ('refusal' in read) return read.refusal;
    return saveVersion(call, (article) => changedInput(c, { article, sent: read.fields }));
  },
};

type Editable = NonNullable<Awaited<ReturnType<typeof readEditable>>>;
type Parsed = ReturnType<typeof wholeInput>;

/** Saves what is made of the version that `If-Match` names, and of no other. */
export async function saveVersion(call: ArticleCall, make: (article: Editable) => Parsed): Promise<Response> {
  const { site, c, editor, id, stage } = call;
  const match = c.req.header('if-match');
  if (match === undefined) return versionMissing(call);
  const article = await readEditable(site.store.read, id);
  if (article === null) return noArticle(c);
  const seen = seenIn(match, { article, stage });
  if (seen === null) return staleArticle(call);
  const parsed = make(article);
  if ('refusal' in parsed) return parsed.refusal;
  const edited = await editArticle(site, editor, { id, input: parsed.input, seen });
  if (!edited.ok) return edited.code === 'stale' ? staleArticle(call) : refusalProblem(c, edited);
  const after = await readStaffArticle(site, id);
  return after === null ? noArticle(c) : sendArticle(after, { status: 200 });
}

/** Sends what staff alone see: nothing on the way may keep it. */
export function sendArticle(
  article: Pick<StaffArticleJson, 'version'>,
  { status, headers = {} }: { status: number; headers?: Record<string, string> },
): Response {
  return Response.json(article, {
    status,
    headers: { 'cache-control': 'private, no-store', etag: `"${article.version}"`, ...headers },
  });
}
