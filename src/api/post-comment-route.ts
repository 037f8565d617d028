import type { Context } from 'hono';
import { receiptPath } from '../comments/receipt.ts';
import type { Posted } from '../comments/sent-before.ts';
import { writerCookie, writerSecret } from '../comments/writer-cookie.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import { refuse } from '../lib/refusal.ts';
import { postMarked } from '../marks/post-marked.ts';
import { unmarkedIn } from '../marks/preview-marks.ts';
import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { clientAddress } from '../web/client-address.ts';
import type { Web } from '../web/site-app.ts';
import { commentsFrom } from './comment-json.ts';
import { idempotencyHeaders, readKey } from './idempotency.ts';
import { idIn } from './parameters.ts';
import { faultsProblem } from './problem.ts';
import { type ArticleRef, findArticle } from './queries.ts';
import { readJson } from './read-json.ts';
import { readNewComment } from './read-new-comment.ts';
import { missingArticle, refusalProblem } from './refusal-problem.ts';
import type { OpenRoute } from './route.ts';
import { heldShape, newCommentShape, postedShape } from './shapes.ts';

/** Takes a comment. */
export const postCommentRoute: OpenRoute = {
  method: 'post',
  path: '/articles/{id}/comments',
  name: 'postComment',
  summary:
    'Comments on an article. The same words by the same name from the same address within ten minutes are one comment.',
  access: 'anybody',
  headers: idempotencyHeaders,
  body: newCommentShape,
  answers: {
    201: {
      meaning: 'The comment stands published, at the address in Location.',
      shape: postedShape,
      headers: ['Location'],
    },
    202: { meaning: 'The comment waits for a moderator.', shape: heldShape },
  },
  problems: [400, 403, 404, 409, 410, 413, 415, 422, 429],
  async handle(web, c) {
    const id = idIn(c);
    const article = id === null ? null : await findArticle(web.site.store.read, id);
    return article ? takeComment(web, c, article) : missingArticle(web, c, id);
  },
};

async function takeComment({ site }: Web, c: Context, article: ArticleRef): Promise<Response> {
  const body = await readJson(c, { noun: 'A comment' });
  if (!body.ok) return refusalProblem(c, body);
  const settings = await readSettings(site);
  const comment = readNewComment(body.value, {
    maxLength: Number(settings['comments.length']),
    anonymous: settings['comments.anonymous'] === 'yes',
  });
  const key = readKey(c);
  const keyFaults = 'faults' in key ? key.faults : [];
  if ('faults' in comment) return faultsProblem(c, [...keyFaults, ...comment.faults]);
  if ('faults' in key) return faultsProblem(c, keyFaults);

  const { name, text } = comment.input;
  const draft = { articleId: article.id, name, html: markdownToHtml(text, 'comment') };
  const { secret, setCookie } = writerSecret(c, site);
  const idempotencyKey = key.key;
  const posted = await postMarked(site, {
    articleId: article.id,
    input: comment.input,
    writer: { secret, address: clientAddress(c, site.config), honeypot: false },
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    unmarked: await unmarkedIn(site, draft, { texts: comment.unlinked }),
    proof: comment.proof,
  });
  if (!posted.ok) return refusalProblem(c, posted);
  const response = await answerTo(site, c, { article, posted: posted.value });
  const { again, secret: renewed } = posted.value;
  const cookie = renewed === null ? setCookie : writerCookie(site, renewed);
  if (cookie !== null && !again) response.headers.append('set-cookie', cookie);
  return response;
}

async function answerTo(
  site: Site,
  c: Context,
  { article, posted: { id, number, own } }: { article: ArticleRef; posted: Posted },
): Promise<Response> {
  const receipt = site.config.url + receiptPath(site, id);
  if (number === null) return sendOnce({ state: 'held', receipt }, 202);
  const [stands] = await commentsFrom(site, article, { from: number, to: number, limit: 1 });
  if (!stands)
    return refusalProblem(c, refuse('gone', 'This comment was sent before and is no longer here.'));
  return sendOnce({ ...stands.json, ...(own ? { receipt } : {}) }, 201, {
    location: site.config.url + stands.path,
  });
}

/** The receipt is its writer's alone, so nothing on the way may keep the answer. */
function sendOnce(content: object, status: number, headers: Record<string, string> = {}): Response {
  return Response.json(content, { status, headers: { 'cache-control': 'no-store', ...headers } });
}
