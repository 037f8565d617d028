import type { Context } from 'hono';
import { stageOf } from '../articles/queries.ts';
import type { Site } from '../site.ts';
import { may, mayOn, type Stage, stages } from '../staff/permissions.ts';
import { type Bearer, bearerOf, type NoBearer } from '../tokens/bearer.ts';
import type { Scope } from '../tokens/token.ts';
import { receiveBody } from '../web/body.ts';
import { isMultipart } from '../web/multipart.ts';
import type { Web } from '../web/site-app.ts';
import { idIn } from './parameters.ts';
import { problem } from './problem.ts';
import { largestArticle } from './read-article-input.ts';
import { noArticle, refusalProblem } from './refusal-problem.ts';
import { type ApiCall, type ApiRoute, type Guarded, guardedPart, isOnArticle } from './route.ts';

/**
 * The one gate of the API: who the token acts for, whether it was made for this, whether its holder may do it now;
 * only then does the route answer, or read what was sent.
 */
export async function answerTo(web: Web, c: Context, route: ApiRoute): Promise<Response> {
  const authorization = c.req.header('authorization');
  const guarded = guardedPart(route);
  if (route.access === 'anybody' && (guarded === null || authorization === undefined))
    return route.handle(web, c);
  if (guarded === null) throw new Error(`${route.name} is neither open nor guarded.`);
  if (authorization === undefined) return noToken(c);
  const bearer = await bearerOf(web.site, authorization);
  return typeof bearer === 'string'
    ? badToken(c, bearer)
    : admitBearer({ site: web.site, c, bearer }, guarded);
}

type Arrival = { site: Site; c: Context; bearer: Bearer };

/**
 * Lets in whoever may. What they send may take its time, while somebody takes their role or their token away or sets
 * a time for the article: so it is asked again when all of it has come. Only files are read as they come, by the route.
 */
async function admitBearer(arrival: Arrival, guarded: Guarded): Promise<Response> {
  const { site, c } = arrival;
  const first = await letIn(arrival, guarded);
  if (first instanceof Response || c.req.raw.body === null || isMultipart(c))
    return first instanceof Response ? first : first.answer();
  const received = await receiveBody(c, largestArticle);
  if (!received.ok) return refusalProblem(c, received);
  const bearer = await bearerOf(site, c.req.header('authorization') ?? '');
  const second = typeof bearer === 'string' ? badToken(c, bearer) : await letIn({ site, c, bearer }, guarded);
  return second instanceof Response ? second : second.answer();
}

/** Why somebody is not let in, or how they are answered. */
async function letIn(
  { site, c, bearer }: Arrival,
  guarded: Guarded,
): Promise<Response | { answer(): Promise<Response> }> {
  const { staff, scopes, tokenId } = bearer;
  const { scope } = guarded.access;
  if (!scopes.includes(scope)) return lacksScope(c, scope);
  const editor = { actor: { role: staff.role }, staffId: staff.id };
  const call: ApiCall = { site, c, staff, editor, tokenId };
  if (!isOnArticle(guarded))
    return may(staff.role, guarded.access.verb)
      ? { answer: () => guarded.handle(call) }
      : forbidden(call, null);
  // What is there is told only to whoever may see some article: 403 before 404.
  if (!may(staff.role, 'article.write')) return forbidden(call, null);
  const id = idIn(c);
  const stage = id === null ? null : await stageOf(site.store.read, id);
  if (id === null || stage === null) return noArticle(c);
  const { handle, repeated } = guarded;
  const onArticle = { ...call, id, stage };
  if (mayOn(staff.role, guarded.access.verb, stage)) return { answer: () => handle(onArticle) };
  const mayElsewhere = stages.some((each) => mayOn(staff.role, guarded.access.verb, each));
  if (!mayElsewhere || !repeated) return forbidden(call, stage);
  return { answer: async () => (await repeated(onArticle)) ?? forbidden(call, stage) };
}

const challenge = 'Bearer realm="Hustings"';

function noToken(c: Context): Response {
  return problem(c, {
    status: 401,
    code: 'no-token',
    sentence: 'Send a token that works as Authorization: Bearer. Tokens are made at the desk.',
    headers: { 'www-authenticate': challenge },
  });
}

const badTokens: Record<NoBearer, string> = {
  unknown: 'This is no token of this publication. Send one that works as Authorization: Bearer.',
  revoked: 'This token was revoked, or its holder’s account closed. Make another at the desk.',
  expired: 'This token has ended. Make another at the desk.',
};

/** RFC 6750, 3.1. */
function badToken(c: Context, why: NoBearer): Response {
  return problem(c, {
    status: 401,
    code: why === 'unknown' ? 'no-token' : `token-${why}`,
    sentence: badTokens[why],
    headers: { 'www-authenticate': `${challenge}, error="invalid_token"` },
  });
}

function lacksScope(c: Context, scope: Scope): Response {
  return problem(c, {
    status: 403,
    code: 'no-scope',
    sentence: `This token was not made for ${scope}: make one that is.`,
    headers: { 'www-authenticate': `${challenge}, error="insufficient_scope", scope="${scope}"` },
    more: { scope },
  });
}

function forbidden({ c, staff }: ApiCall, stage: Stage | null): Response {
  const where = stage === null ? '' : ` with an article that is ${stage}`;
  return problem(c, {
    status: 403,
    code: 'not-allowed',
    sentence: `The token’s holder is ${staff.role}, who may not do this${where}.`,
  });
}
