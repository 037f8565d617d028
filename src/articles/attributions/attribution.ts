import * as z from 'zod';
import { foldSpace } from '../../lib/fold-text.ts';
import { canonical } from '../../record/entry.ts';

/** Classes of source, in the order in which they are offered. Never who a source is. */
export const sourceClasses = [
  'document-full',
  'document-part',
  'public-record',
  'on-record',
  'official',
  'in-room',
  'attended',
  'affected',
  'close-to',
  'own',
] as const;
export type SourceClass = (typeof sourceClasses)[number];

/** What came when a reply was sought from somebody named in the article. */
export const replies = ['answered', 'declined', 'none', 'later', 'not-asked'] as const;

export const mostSources = 12;
export const mostReplies = 10;

/** An address or a telephone number; a date such as 2026-03-01 is none. */
const contact = /@|https?:|www\.|(?:\d[\s().-]?){7,}/iu;
const isoDate = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g;
const note = (what: string) =>
  z
    .string()
    .default('')
    .transform(foldSpace)
    .pipe(
      z
        .string()
        .max(120, `${what} is longer than 120 characters: shorten it.`)
        .refine(
          (text) => !contact.test(text.replace(isoDate, '')),
          `${what} looks like an address or a number: nothing here may lead to a source. Take it out.`,
        ),
    );

const source = z.object({
  class: z.enum(sourceClasses, 'Choose the class of source, or leave the line empty.'),
  count: z
    .string()
    .transform((text) => text.trim())
    .refine((text) => /^[1-9]\d{0,2}$/.test(text), 'How many must be a whole number from 1 to 999.')
    .transform(Number),
  note: note('The note'),
});

const reply = z.object({
  named: z
    .string()
    .transform(foldSpace)
    .pipe(z.string().max(120, 'The name is longer than 120 characters: shorten it.')),
  came: z.enum(replies, 'Choose what came of it.'),
  asked: note('When'),
});

/** How an article's author knows: parsed once, at the edge. */
export const attributionInput = z.object({
  sources: z.array(source).max(mostSources, `There are more than ${mostSources} classes: put some together.`),
  replies: z.array(reply).max(mostReplies, `There are more than ${mostReplies} names: put some together.`),
});
export type Attribution = z.infer<typeof attributionInput>;

/** The words that the record's entry for it commits to; kept as they are committed to. */
export function attributionWords(attribution: Attribution): string {
  return canonical(attribution);
}

/** True where there is nothing to show. */
export function isEmpty({ sources, replies: sought }: Attribution): boolean {
  return sources.length === 0 && sought.length === 0;
}
