import * as z from 'zod';
import { mostNested, nestingOf } from '../lib/clean-html.ts';
import { foldSpace, slugOf, tidyName } from '../lib/fold-text.ts';
import { canonical } from '../record/entry.ts';
import { guestsInput } from './guests/guest.ts';
import { languageTag } from './language.ts';

const mostLines = 10_000;

/** A line of text: nothing in it turns the direction of what stands around it. */
function inLine(text: string): string {
  return foldSpace(text.replace(/[\u202a-\u202e]/g, ''));
}

/** What an editor writes: parsed once, at the edge. */
export const articleInput = z.object({
  title: z
    .string()
    .transform(inLine)
    .pipe(
      z
        .string()
        .min(1, 'Give the article a title.')
        .max(300, 'The title is longer than 300 characters: shorten it.'),
    ),
  standfirst: z
    .string()
    .default('')
    .transform(inLine)
    .pipe(z.string().max(1000, 'The standfirst is longer than 1,000 characters: shorten it.')),
  body: z
    .string()
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .refine(
          (text) => !/[^\P{Cc}\n\t]/u.test(text),
          'The text has control characters in it, as pasted from another program: take them out and save it again.',
        )
        .refine(
          (text) => nestingOf(text) <= mostNested,
          `The text has more than ${mostNested} HTML elements inside one another: close some of them.`,
        )
        .refine(
          (text) => text.split('\n', mostLines + 1).length <= mostLines,
          `The text has more than ${mostLines.toLocaleString('en-GB')} lines: divide it.`,
        )
        .min(1, 'Write the text of the article.')
        .max(500_000, 'The text is longer than 500,000 characters: divide it.'),
    ),
  format: z.enum(['markdown', 'html'], 'The text’s format must be markdown or html.').default('markdown'),
  byline: nameList(20, 'byline'),
  tags: nameList(50, 'tag'),
  policy: z
    .enum(['', 'open', 'first-held', 'all-held', 'closed'], 'There is no such policy for responses.')
    .default(''),
  closeAfterDays: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => /^\d{0,5}$/.test(text), 'Days until responses close must be a whole number, or empty.'),
  slug: z.string().default(''),
  language: languageTag,
  /** Who of the byline are guests; where nothing is said, those that were, as far as they are named. */
  guests: guestsInput.optional(),
  /** What kind of change it is to a published article. */
  change: z.enum(['change', 'minor'], 'A change is either a change or minor.').default('change'),
});
export type ArticleInput = z.infer<typeof articleInput>;

/** Names apart by commas or lines: at most so many, none twice, each at most 100 characters. */
function nameList(most: number, what: string) {
  return z
    .string()
    .default('')
    .transform((text) => [
      ...new Set(
        text
          .split(/[,;\n]/)
          .map(tidyName)
          .filter(Boolean),
      ),
    ])
    .pipe(
      z
        .array(z.string().max(100, `A ${what} is longer than 100 characters: shorten it.`))
        .max(most, `There are more than ${most} ${what}s: take some away.`),
    );
}

export type Words = { title: string; standfirst: string | null; source: string };

/** The words that the record's entry for an article commits to. */
export function articleWords(article: Words): string {
  return canonical({ title: article.title, standfirst: article.standfirst, source: article.source });
}

/** `/2026/03/12/slug/`, with `-2`, `-3` … behind the slug for the second and later of one name on one day. */
export function articlePath(day: readonly [string, string, string], slug: string, copy: number): string {
  return `/${day.join('/')}/${copy === 1 ? slug : `${slug}-${copy}`}/`;
}

export function slugForTitle(title: string): string {
  return slugOf(title, 'article');
}

/** What was written here, not brought in: by staff, by readers, or with the demo. */
export const nativeOrigins = ['desk', 'reader', 'demo'];
