import * as z from 'zod';
import { tidyName } from '../lib/fold-text.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';

const longest = 60;
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** A name as somebody signs with it: NFC, one line, with something to be seen and not too much over it. Empty passes. */
export const signatureShape = z
  .string()
  .refine(
    (text) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text.replace(/\t/g, ' ')),
    'The name has control characters in it: type it again.',
  )
  .refine(
    (text) => !/[\p{Co}\p{Cn}\uFFFC\uFFFD]/u.test(text),
    'The name has a character in it that has no look of its own: take it out.',
  )
  .transform((text) => tidyName(text.replace(unseen, '')))
  .refine((name) => [...name].length <= longest, `The name is longer than ${longest} characters: shorten it.`)
  .refine(
    (name) => !/\p{M}{4,}/u.test(name) && marksIn(name) <= 2 * (lettersIn(name) + 1),
    'The name has too many marks on one letter: take some of them away.',
  )
  .refine((name) => name === '' || lettersIn(name) > 0, 'The name needs at least one letter or digit.');

function marksIn(name: string): number {
  return (name.normalize('NFD').match(/\p{M}/gu) ?? []).length;
}

function lettersIn(name: string): number {
  return (name.match(/[\p{L}\p{N}]/gu) ?? []).length;
}

/** Reads a name that is to be held. Refusal: `name-bad`, on the field `name`. */
export function readName(typed: string): Outcome<string> {
  if (typed.length > 1000) return refuse('name-bad', 'This is far too long: shorten it.', 'name');
  const read = signatureShape.safeParse(typed);
  if (!read.success) return refuse('name-bad', read.error.issues[0]?.message ?? '', 'name');
  return read.data === ''
    ? refuse('name-bad', 'Give a name. It need not be your own.', 'name')
    : done(read.data);
}
