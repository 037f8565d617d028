import type { Context } from 'hono';
import type * as z from 'zod';
import type { Outcome, Refusal } from '../lib/refusal.ts';
import { faultsIn } from './parameters.ts';
import { faultsProblem, problem } from './problem.ts';
import { readFields } from './read-article-input.ts';
import { refusalProblem } from './refusal-problem.ts';

/** Sends what staff alone get: nothing on the way may keep it. */
export function sendToStaff(
  content: object,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return Response.json(content, { status, headers: { 'cache-control': 'private, no-store', ...headers } });
}

/** Typed input of the domain, made of what was sent as a shape says; or the refusal with each field at fault. */
export async function readInput<S extends z.ZodRawShape, T extends z.ZodType>(
  c: Context,
  {
    shape,
    noun,
    as,
    values,
  }: {
    shape: z.ZodObject<S>;
    noun: string;
    as: T;
    values(fields: z.infer<z.ZodObject<S>>): unknown;
  },
): Promise<{ fields: z.infer<z.ZodObject<S>>; input: z.output<T> } | { refusal: Response }> {
  const read = await readFields(c, shape, noun);
  if ('refusal' in read) return read;
  const parsed = as.safeParse(values(read.fields));
  if (!parsed.success) return { refusal: faultsProblem(c, faultsIn(parsed.error)) };
  return { fields: read.fields, input: parsed.data };
}

/** What was done, sent on, or why not. A field that programs know by another name is renamed. */
export function answerOf<T>(
  c: Context,
  outcome: Outcome<T>,
  send: (value: T) => Promise<Response> | Response,
): Promise<Response> | Response {
  return outcome.ok ? send(outcome.value) : refusalProblem(c, asSent(outcome));
}

const sentNames: Record<string, string> = { risk: 'reason', 'risk-off': 'reason', 'public-note': 'note' };

function asSent(refused: Refusal): Refusal {
  const { field } = refused;
  return field === undefined ? refused : { ...refused, field: sentNames[field] ?? field };
}

/** A whole number of the path, such as a correction’s; null for what can be none. */
export function numberIn(c: Context, name = 'number'): number | null {
  const text = c.req.param(name) ?? '';
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

/** 404 for something under an article that there is none of. */
export function noSuch(c: Context, code: string, sentence: string): Response {
  return problem(c, { status: 404, code, sentence });
}
