import type { Context } from 'hono';
import type { Refusal } from '../lib/refusal.ts';
import { type ProblemStatus, problem } from './problem.ts';

const statuses: Record<string, ProblemStatus> = {
  'bad-json': 400,
  'bad-utf8': 400,
  'no-article': 404,
  'already-published': 409,
  'not-scheduled': 409,
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

/** 404, the same for an article that never was, a draft and one that was withdrawn. */
export function noArticle(c: Context): Response {
  return problem(c, { status: 404, code: 'no-article', sentence: 'There is no such article.' });
}
