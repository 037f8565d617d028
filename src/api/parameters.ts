import type { Context } from 'hono';
import * as z from 'zod';
import { type Fault, faultsProblem } from './problem.ts';

/** The parameter of a list that says how many at most. */
export function limitShape(standard: number) {
  const sentence = 'The limit is a whole number from 1 to 100.';
  return z.int(sentence).min(1, sentence).max(100, sentence).default(standard);
}

/** Reads the parameters of an address that a shape names; others are let be. Answers them, or the refusal. */
export function readQuery<S extends z.ZodRawShape>(
  c: Context,
  shape: z.ZodObject<S>,
): { query: z.infer<z.ZodObject<S>> } | { refusal: Response } {
  const given = Object.keys(shape.shape).map((name) => [name, numberOr(c.req.query(name))]);
  const parsed = shape.safeParse(Object.fromEntries(given));
  return parsed.success ? { query: parsed.data } : { refusal: faultsProblem(c, faultsIn(parsed.error)) };
}

function numberOr(text: string | undefined): string | number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : text;
}

/** Zod's issues as faults of the outermost fields. */
export function faultsIn(error: z.ZodError): Fault[] {
  return error.issues.map(({ path: [field], message }) => ({
    field: field === undefined ? null : String(field),
    sentence: message,
  }));
}

/** The id in a path. Null for what can be none: it is not even looked up. */
export function idIn(c: Context): string | null {
  const id = c.req.param('id') ?? '';
  return /^[0-9a-f-]{36}$/.test(id) ? id : null;
}
