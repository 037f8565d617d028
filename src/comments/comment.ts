import * as z from 'zod';
import { foldSpace } from '../lib/fold-text.ts';
import { sha256, sha256Hex } from '../lib/ids.ts';
import { plainWords } from '../lib/plain-words.ts';
import { signatureShape } from '../pseudonyms/read-name.ts';
import { canonical } from '../record/entry.ts';

/** Comments on one page of a thread. Page k holds numbers 100(k-1)+1 to 100k, so that pages never shift. */
export const pageSize = 100;

/** At most so many characters in an e-mail address, a web address. */
const longest = { email: 254, url: 500 };

/** At most so many paragraphs in a text: the work that each makes is not little. */
const mostParagraphs = 500;

/** A field's fault, as the form shows it beside the field. */
export type FieldFault = {
  field: 'name' | 'text' | 'email' | 'url' | 'in_reply_to' | null;
  sentence: string;
};

export type CommentInput = {
  name: string;
  text: string;
  email: string | null;
  url: string | null;
  inReplyTo: number | null;
};

/** The fields of the form and of the API, as they come: texts. */
export type RawComment = { name: string; text: string; email: string; url: string; in_reply_to: string };

/** What is said to who sends no name where one is needed. */
export const nameNeeded = 'Give a name. It need not be your own.';

/** How long a text may be, and whether it may come without a name. */
export type Limits = { maxLength: number; anonymous?: boolean };

/** Parses what a reader sent. Answers the typed input, or every fault in it with what to do. */
export function parseComment(
  raw: RawComment,
  { maxLength, anonymous = false }: Limits,
): { input: CommentInput } | { faults: FieldFault[] } {
  const tooLong = rawFaults(raw, maxLength);
  if (tooLong.length > 0) return { faults: tooLong };
  const parsed = shapeFor({ maxLength, anonymous }).safeParse(raw);
  if (parsed.success) {
    const { name, text, email, url, in_reply_to } = parsed.data;
    return { input: { name, text, email, url, inReplyTo: in_reply_to } };
  }
  return {
    faults: parsed.error.issues.map((issue) => ({
      field: issue.path[0] as FieldFault['field'],
      sentence: issue.message,
    })),
  };
}

/** What is far too long is not looked at further: the time that a look takes must not grow with what is sent. */
function rawFaults(raw: RawComment, maxLength: number): FieldFault[] {
  const most = { name: 1000, text: maxLength * 4, email: 1000, url: 2000, in_reply_to: 100 };
  return (Object.keys(most) as (keyof RawComment)[])
    .filter((field) => raw[field].length > most[field])
    .map((field) => ({
      field,
      sentence:
        field === 'text'
          ? `The text is longer than ${maxLength.toLocaleString('en-GB')} characters: shorten it, or send it in parts.`
          : 'This is far too long: shorten it.',
    }));
}

const shapes = new Map<string, ReturnType<typeof shape>>();

function shapeFor(limits: Required<Limits>): ReturnType<typeof shape> {
  const key = `${limits.maxLength} ${limits.anonymous}`;
  const known = shapes.get(key) ?? shape(limits);
  shapes.set(key, known);
  return known;
}

function shape({ maxLength, anonymous }: Required<Limits>) {
  return z.object({
    name: signatureShape.refine((name) => anonymous || name !== '', nameNeeded),
    text: z
      .string()
      .transform((text) => text.replace(/\r\n?/g, '\n'))
      .refine(
        (text) => !hasControls(text.replace(/[\n\t]/g, ' ')),
        'The text has control characters in it, as pasted from another program: take them out and send it again.',
      )
      .transform((text) =>
        text
          .normalize('NFC')
          .replace(/^\s*\n/, '')
          .trimEnd(),
      )
      .refine((text) => foldSpace(text) !== '', 'Write something: the text is empty.')
      .refine(
        (text) => [...text].length <= maxLength,
        `The text is longer than ${maxLength.toLocaleString('en-GB')} characters: shorten it, or send it in parts.`,
      )
      .refine(
        (text) => paragraphsOf(text) <= mostParagraphs,
        `The text has more than ${mostParagraphs} paragraphs: put some of them together, or send it in parts.`,
      ),
    email: z
      .string()
      .transform((text) => text.trim())
      .refine(
        (text) => text === '' || !hasControls(text),
        'The e-mail address has control characters in it: type it again.',
      )
      .refine(
        (text) => text === '' || /^[^\s@<>"]+@[^\s@<>".]+(?:\.[^\s@<>".]+)+$/.test(text),
        'This is not a whole e-mail address, such as name@post.example: mend it, or leave it out.',
      )
      .refine(
        (text) => text.length <= longest.email,
        'The e-mail address is too long: mend it, or leave it out.',
      )
      .transform((text) => text || null),
    url: z
      .string()
      .transform((text) => text.trim())
      .refine(
        (text) => text === '' || isWebAddress(text),
        'This is not a whole web address, such as https://page.example: mend it, or leave it out.',
      )
      .refine((text) => text.length <= longest.url, 'The web address is too long: mend it, or leave it out.')
      .transform((text) => text || null),
    in_reply_to: z
      .string()
      .transform((text) => text.trim().replace(/^#/, ''))
      .refine(
        (text) => text === '' || /^[1-9]\d{0,8}$/.test(text),
        'A reply goes to a response’s number, such as 3: mend it, or leave it empty.',
      )
      .transform((text) => (text === '' ? null : Number(text))),
  });
}

/** Runs of lines between blank ones, which in a quotation begin with the mark of one. */
function paragraphsOf(text: string): number {
  let count = 0;
  let isBlank = true;
  for (const line of text.split('\n')) {
    const wasBlank = isBlank;
    isBlank = /^[\s>]*$/.test(line);
    if (wasBlank && !isBlank) count += 1;
  }
  return count;
}

function hasControls(text: string): boolean {
  return /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text);
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && !hasControls(text) && URL.canParse(text);
}

/** A comment's columns that the record's entry for it commits to. */
export type CommentWords = {
  name: string;
  url: string | null;
  source: string;
  in_reply_to: number | null;
  /** Whoever of the staff wrote it in their own name: that it was one of them is committed to, not who. */
  by_staff?: string | null;
};

/** The words that the record's entry for a comment commits to: with whose they are and what they answer. */
export function commentWords({ name, url, source, in_reply_to, by_staff }: CommentWords): string {
  const staff = by_staff ? true : undefined;
  return canonical({ name, url, text: source, inReplyTo: in_reply_to, staff });
}

/** Equal for the same words by the same name under the same article, whatever their spacing. */
export function wordsHash(articleId: string, { name, text }: { name: string; text: string }): string {
  return sha256(
    canonical({ article: articleId, name: foldSpace(name).toLowerCase(), text: foldSpace(text) }),
  );
}

/** Where comment N stands: path and anchor. */
export function placeOf(articlePath: string, number: number): string {
  const page = Math.ceil(number / pageSize);
  return `${threadPath(articlePath, page)}#response-${number}`;
}

/** The path of a thread's page. */
export function threadPath(articlePath: string, page: number): string {
  return page <= 1 ? articlePath : `${articlePath}comment-page-${page}/`;
}

/** The address of comment N with these very words, as plain text: once it has others, it says so. */
export function wordsPath(articlePath: string, number: number, text: string): string {
  return `${lastingPath(articlePath, number)}versions/${sha256Hex(plainWords([text]))}/`;
}

/** The lasting address of comment N. */
export function lastingPath(articlePath: string, number: number): string {
  return `${articlePath}responses/${number}/`;
}

/** The shortest address of a place for somebody who is at another: of one on the same page, its anchor. */
export function hrefFrom(here: string, place: string): string {
  const page = here.slice(0, here.indexOf('#') + 1);
  return page !== '' && place.startsWith(page) ? place.slice(page.length - 1) : place;
}
