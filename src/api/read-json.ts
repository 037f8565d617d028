import type { Context } from 'hono';
import * as z from 'zod';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { largestBody, readBody } from '../web/body.ts';
import { faultsIn } from './parameters.ts';
import type { Fault } from './problem.ts';

const mostFaults = 20;
const longestName = 60;
const strictText = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a body of JSON. Only `application/json` is taken: a page of another origin cannot send that without asking
 * first, while it could send text that looks like JSON. Refusals: `wrong-type`, `too-large`, `bad-utf8`, `bad-json`.
 */
export async function readJson(
  c: Context,
  { noun, largest = largestBody }: { noun: string; largest?: number },
): Promise<Outcome<unknown>> {
  const type = c.req.header('content-type') ?? '';
  const plain = /^(?:identity)?$/i.test(c.req.header('content-encoding') ?? '');
  if (!plain || !/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type))
    return refuse('wrong-type', `${noun} is sent as application/json, in UTF-8 and not compressed.`);
  const body = await readBody(c, largest);
  if (!body.ok) return body;
  try {
    return done(JSON.parse(strictText.decode(body.value)));
  } catch (error) {
    if (error instanceof SyntaxError)
      return refuse('bad-json', 'What was sent is not JSON: mend it and send it again.');
    if (error instanceof TypeError)
      return refuse('bad-utf8', 'What was sent is not valid UTF-8 text: mend it and send it again.');
    throw error;
  }
}

/** What was read of an object: its fields, unless they are at fault, and every fault. */
export type ReadObject<F> = { fields: F | null; faults: Fault[] };

/**
 * Reads the fields of a JSON object that a shape names; one that it does not name is a fault. `standard` is taken
 * for what is missing.
 */
export function readObject<S extends z.ZodRawShape>(
  sent: unknown,
  shape: z.ZodObject<S>,
  { noun, standard = {} }: { noun: string; standard?: object },
): ReadObject<z.infer<z.ZodObject<S>>> {
  if (!isObject(sent))
    return { fields: null, faults: [{ field: null, sentence: `${noun} is a JSON object.` }] };
  const unknown = unknownFields(sent, shape, noun);
  const known = Object.entries(sent).filter(([name]) => Object.hasOwn(shape.shape, name));
  const parsed = z.object(shape.shape).safeParse({ ...standard, ...Object.fromEntries(known) });
  return parsed.success
    ? { fields: parsed.data as z.infer<z.ZodObject<S>>, faults: unknown }
    : { fields: null, faults: [...unknown, ...faultsIn(parsed.error)] };
}

function isObject(sent: unknown): sent is object {
  return typeof sent === 'object' && sent !== null && !Array.isArray(sent);
}

/** Looked for here and not by the shape, which passes over `__proto__`. */
function unknownFields(sent: object, { shape }: z.ZodObject, noun: string): Fault[] {
  return Object.keys(sent)
    .filter((name) => !Object.hasOwn(shape, name))
    .slice(0, mostFaults)
    .map((name) => [...name.slice(0, longestName * 2)].slice(0, longestName).join(''))
    .map((field) => ({ field, sentence: `${noun} has no field “${field}”: leave it out.` }));
}
