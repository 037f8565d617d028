import { readEditable } from '../articles/queries.ts';
import { unscheduleArticle } from '../articles/schedule-article.ts';
import type { Seen } from '../articles/seen.ts';
import { withdrawArticle } from '../articles/withdraw-article.ts';
import { publishedBefore, publishOnce } from '../articles/write-once.ts';
import { localMoment, localTextOf } from '../lib/local-times.ts';
import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import { readSettings } from '../publication/queries.ts';
import { idempotencyHeaders, readKey, sentRequest } from './idempotency.ts';
import { faultsProblem } from './problem.ts';
import { readFields } from './read-article-input.ts';
import { noArticle, refusalProblem } from './refusal-problem.ts';
import type { ArticleCall, ArticleRoute } from './route.ts';
import { readStaffArticle } from './staff-article.ts';
import { publicationShape, type StaffArticleJson, standingShape, withdrawalShape } from './staff-shapes.ts';
import { seenIn, staleArticle } from './stale.ts';
import { versionHeaders } from './version.ts';
import { sendArticle } from './write-article-routes.ts';

export const standing = { shape: standingShape, headers: ['ETag'] };

/** Publishes a draft, or sets the time for it. */
export const publishRoute: ArticleRoute = {
  method: 'post',
  path: '/articles/{id}/publication',
  name: 'publishArticle',
  summary: 'Publishes a draft now, or sets the time at which it appears by itself.',
  access: { scope: 'articles:publish', verb: 'article.publish' },
  headers: idempotencyHeaders.extend(versionHeaders.shape),
  body: publicationShape,
  answers: {
    201: {
      meaning: 'It is published, at the address in Location.',
      ...standing,
      headers: ['Location', 'ETag'],
    },
    202: { meaning: 'It appears by itself at that time.', ...standing },
  },
  problems: [400, 409, 412, 413, 415, 422],
  repeated: sentBefore,
  async handle(call) {
    const { site, c, editor, id } = call;
    const key = readKey(c);
    if ('faults' in key) return faultsProblem(c, key.faults);
    const read = await readFields(c, publicationShape, 'A publication');
    if ('refusal' in read) return read.refusal;
    const { at, was } = read.fields;
    const local = typeof at === 'string' ? await localTime(call, at) : done(null);
    if (!local.ok) return refusalProblem(c, local);
    const seen = await seenNow(call);
    if (seen === null) return staleArticle(call);
    const request = requestOf(call, { key: key.key, content: read.fields });
    const wanted = { id, local: local.value, seen, was, request };
    const published = await publishOnce(site, editor, wanted);
    if (!published.ok) return refusalOf(call, published);
    return sendStanding(call);
  },
};

function requestOf(call: ArticleCall, { key, content }: { key: string | undefined; content: unknown }) {
  return sentRequest(call, { key, route: `publish ${call.id}`, content });
}

/** What If-Match names, undefined where it is not sent; null where that is no longer so. */
async function seenNow({ site, c, id, stage }: ArticleCall): Promise<Seen | null | undefined> {
  const match = c.req.header('if-match');
  if (match === undefined) return undefined;
  const article = await readEditable(site.store.read, id);
  return article && seenIn(match, { article, stage });
}

/** The answer to a publication that was done already and is sent once more, whatever became of the article since. */
async function sentBefore(call: ArticleCall): Promise<Response | null> {
  const { site, c } = call;
  const key = readKey(c);
  if ('faults' in key || key.key === undefined) return null;
  const read = await readFields(c, publicationShape, 'A publication');
  if ('refusal' in read) return null;
  const request = requestOf(call, { key: key.key, content: read.fields });
  const before = request && (await publishedBefore(site, request));
  if (!before) return null;
  return before.ok ? sendStanding(call) : refusalProblem(c, before);
}

/** Another version is 412; another time that was set meanwhile is 409. */
function refusalOf(call: ArticleCall, refused: Refusal): Promise<Response> | Response {
  return refused.code === 'stale' ? staleArticle(call) : refusalProblem(call.c, asSent(refused));
}

/** Takes the time away that was set for a draft. */
export const unpublishRoute: ArticleRoute = {
  method: 'delete',
  path: '/articles/{id}/publication',
  name: 'unscheduleArticle',
  summary: 'Takes the time away that was set for a draft.',
  access: { scope: 'articles:publish', verb: 'article.schedule' },
  answers: { 200: { meaning: 'It is a draft again.', ...standing } },
  problems: [409],
  async handle(call) {
    const { site, c, editor, id } = call;
    const unscheduled = await unscheduleArticle(site, editor, id);
    return unscheduled.ok ? sendStanding(call) : refusalProblem(c, unscheduled);
  },
};

/** Takes a published article back. */
export const withdrawRoute: ArticleRoute = {
  method: 'put',
  path: '/articles/{id}/withdrawal',
  name: 'withdrawArticle',
  summary: 'Takes a published article back: readers get 410 with the note.',
  access: { scope: 'articles:publish', verb: 'article.withdraw' },
  body: withdrawalShape,
  answers: { 200: { meaning: 'It is withdrawn.', ...standing } },
  problems: [400, 409, 413, 415, 422],
  async handle(call) {
    const { site, c, editor, id } = call;
    const read = await readFields(c, withdrawalShape, 'A withdrawal');
    if ('refusal' in read) return read.refusal;
    const withdrawn = await withdrawArticle(site, editor, { id, ...read.fields });
    return withdrawn.ok ? sendStanding(call) : refusalProblem(c, withdrawn);
  },
};

/** Where an article stands after something was done to it. */
export async function sendStanding({ site, c, id }: ArticleCall): Promise<Response> {
  const article = await readStaffArticle(site, id);
  if (article === null) return noArticle(c);
  const status = c.req.method !== 'POST' ? 200 : article.stage === 'published' ? 201 : 202;
  const headers = status === 201 && article.url !== null ? { location: article.url } : {};
  return sendArticle(standingOf(article), { status, headers });
}

function standingOf(article: StaffArticleJson) {
  const { id, version, stage, path, url, published, schedule, review, risk, pin } = article;
  return { id, version, stage, path, url, published, schedule, review, risk, pin };
}

const withOffset = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * The local time, by minutes, of a moment with its offset; any other text is left for the verb to read. A moment in
 * the second of two like hours, when clocks go back, has no local time that would be taken for it.
 */
async function localTime({ site }: ArticleCall, at: string): Promise<Outcome<string>> {
  if (!withOffset.test(at.trim())) return done(at);
  const time = new Date(at.trim());
  if (Number.isNaN(time.getTime()) || time.getTime() % 60_000 !== 0)
    return refuse(
      'bad-time',
      'Give a moment of the calendar in whole minutes, such as 2026-03-12T06:30:00Z.',
      'at',
    );
  const zone = (await readSettings(site))['time-zone'];
  const local = localTextOf(time.toISOString(), zone);
  const read = localMoment(local, zone);
  if (!('at' in read) || read.at !== time.toISOString())
    return refuse(
      'bad-time',
      `Clocks in ${zone} show ${local} twice, and this is the second: choose another.`,
      'at',
    );
  return done(local);
}

/** The field as a program knows it. */
function asSent<T extends { field?: string }>(refusal: T): T {
  return refusal.field === 'time' ? { ...refusal, field: 'at' } : refusal;
}
