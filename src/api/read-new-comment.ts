import type { Context } from 'hono';
import * as z from 'zod';
import { type CommentInput, parseComment } from '../comments/comment.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { readBody } from '../web/body.ts';
import { faultsIn } from './parameters.ts';
import type { Fault } from './problem.ts';
import { newCommentShape } from './shapes.ts';

const mostFaults = 20;
const longestName = 60;
const strictText = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a body of JSON. Only `application/json` is taken: a page of another origin cannot send that without asking
 * first, while it could send text that looks like JSON. Refusals: `wrong-type`, `too-large`, `bad-utf8`, `bad-json`.
 */
export async function readJson(c: Context): Promise<Outcome<unknown>> {
  const type = c.req.header('content-type') ?? '';
  const plain = /^(?:identity)?$/i.test(c.req.header('content-encoding') ?? '');
  if (!plain || !/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type))
    return refuse('wrong-type', 'A comment is sent as application/json, in UTF-8 and not compressed.');
  const body = await readBody(c);
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

/** Parses what a program sent as a comment. Answers the typed input, or every fault in it with what to do. */
export function readNewComment(
  sent: unknown,
  { maxLength }: { maxLength: number },
): { input: CommentInput } | { faults: Fault[] } {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    return { faults: [{ field: null, sentence: 'A comment is a JSON object with a name and a text.' }] };
  const unknown = unknownFields(sent);
  const parsed = readFields(sent, maxLength);
  if ('faults' in parsed) return { faults: [...unknown, ...parsed.faults] };
  return unknown.length > 0 ? { faults: unknown } : parsed;
}

/** Looked for here and not by the shape, which passes over `__proto__`. */
function unknownFields(sent: object): Fault[] {
  return Object.keys(sent)
    .filter((name) => !Object.hasOwn(newCommentShape.shape, name))
    .slice(0, mostFaults)
    .map((name) => [...name.slice(0, longestName * 2)].slice(0, longestName).join(''))
    .map((field) => ({ field, sentence: `A comment has no field “${field}”: leave it out.` }));
}

const fields = z.object(newCommentShape.shape);

function readFields(sent: object, maxLength: number): { input: CommentInput } | { faults: Fault[] } {
  const known = Object.entries(sent).filter(([name]) => Object.hasOwn(newCommentShape.shape, name));
  const parsed = fields.safeParse({ name: '', text: '', ...Object.fromEntries(known) });
  if (!parsed.success) return { faults: faultsIn(parsed.error) };
  const { name, text, email, url, in_reply_to, inReplyTo } = parsed.data;
  const otherName = in_reply_to === undefined && inReplyTo !== undefined;
  if (in_reply_to !== undefined && inReplyTo !== undefined)
    return { faults: [{ field: 'inReplyTo', sentence: 'Send in_reply_to or inReplyTo, not both.' }] };
  const comment = parseComment(
    { name, text, email: email ?? '', url: url ?? '', in_reply_to: String(in_reply_to ?? inReplyTo ?? '') },
    { maxLength },
  );
  if ('input' in comment) return comment;
  const asSent = (field: Fault['field']) => (otherName && field === 'in_reply_to' ? 'inReplyTo' : field);
  return { faults: comment.faults.map((fault) => ({ ...fault, field: asSent(fault.field) })) };
}
