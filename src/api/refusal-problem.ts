import type { Context } from 'hono';
import { readWithdrawal } from '../articles/lasting/queries.ts';
import type { Refusal } from '../lib/refusal.ts';
import type { Web } from '../web/site-app.ts';
import { type ProblemStatus, problem } from './problem.ts';

const statuses: Record<string, ProblemStatus> = {
  'bad-json': 400,
  'bad-utf8': 400,
  'no-article': 404,
  'already-published': 409,
  'not-scheduled': 409,
  'not-published': 409,
  'not-withdrawn': 409,
  'already-asked': 409,
  'already-decided': 409,
  'own-review': 409,
  'own-article': 409,
  scheduled: 409,
  stale: 409,
  same: 409,
  withdrawn: 409,
  withheld: 409,
  'no-claim': 404,
  'no-correction': 404,
  'time-changed': 409,
  'needs-reader': 409,
  closed: 409,
  gone: 409,
  'too-large': 413,
  'wrong-type': 415,
  'too-fast': 429,
};

/** How long a too fast client waits: the pace is counted over ten minutes. */
const retryAfterSeconds = 600;

/** The answer to what was not taken. A refusal without a status of its own is one of inputs: 422. */
export function refusalProblem(c: Context, { code, sentence, field }: Refusal): Response {
  const status = statuses[code] ?? 422;
  return problem(c, {
    status,
    code,
    sentence,
    ...(status === 422 ? { errors: [{ field: field ?? null, sentence }] } : {}),
    ...(status === 429 ? { headers: { 'retry-after': String(retryAfterSeconds) } } : {}),
  });
}

/** 404, the same for an article that never was and a draft; 410 with the publication's note for one withdrawn. */
export async function missingArticle({ site }: Web, c: Context, id: string | null): Promise<Response> {
  const withdrawal = id === null ? null : await readWithdrawal(site.store.read, id);
  if (withdrawal === null) return noArticle(c);
  const sentence = `The publication withdrew this article. ${withdrawal.note}`.trim();
  return problem(c, { status: 410, code: 'withdrawn', sentence });
}

/** 404 for what no article's id can be. */
export function noArticle(c: Context): Response {
  return problem(c, { status: 404, code: 'no-article', sentence: 'There is no such article.' });
}
