import { type CommentInput, type Limits, parseComment } from '../comments/comment.ts';
import type { Fault } from './problem.ts';
import { readObject } from './read-json.ts';
import { newCommentShape } from './shapes.ts';

/** Parses what a program sent as a comment. Answers the typed input, or every fault in it with what to do. */
export function readNewComment(
  sent: unknown,
  limits: Limits,
): { input: CommentInput; unlinked: string[]; proof: string } | { faults: Fault[] } {
  const standard = { name: '', text: '' };
  const read = readObject(sent, newCommentShape, { noun: 'A comment', standard });
  if (read.fields === null) return { faults: read.faults };
  const { name, text, email, url, in_reply_to, inReplyTo, unlinked, proof } = read.fields;
  const otherName = in_reply_to === undefined && inReplyTo !== undefined;
  if (in_reply_to !== undefined && inReplyTo !== undefined)
    return {
      faults: [...read.faults, { field: 'inReplyTo', sentence: 'Send in_reply_to or inReplyTo, not both.' }],
    };
  const comment = parseComment(
    { name, text, email: email ?? '', url: url ?? '', in_reply_to: String(in_reply_to ?? inReplyTo ?? '') },
    limits,
  );
  if ('input' in comment)
    return read.faults.length > 0
      ? { faults: read.faults }
      : { ...comment, unlinked: unlinked ?? [], proof: proof ?? '' };
  const asSent = (field: Fault['field']) => (otherName && field === 'in_reply_to' ? 'inReplyTo' : field);
  const own = comment.faults.map((fault) => ({ ...fault, field: asSent(fault.field) }));
  return { faults: [...read.faults, ...own] };
}
