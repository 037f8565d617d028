import * as z from 'zod';
import { mostNested, nestingOf } from '../../lib/clean-html.ts';
import { tidyName } from '../../lib/fold-text.ts';

/** A tag's name as an editor gives it. */
export const tagName = z
  .string()
  .transform(tidyName)
  .pipe(
    z
      .string()
      .min(1, 'Give the tag a name.')
      .max(100, 'The name is longer than 100 characters: shorten it.')
      .refine(
        (name) => !/[,;]/.test(name),
        'A tag has no comma or semicolon in its name: they part one tag from the next.',
      ),
  );

/** What stands above the articles of a tag: Markdown, or nothing. */
export const introductionText = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .pipe(
    z
      .string()
      .max(20_000, 'The introduction is longer than 20,000 characters: shorten it.')
      .refine(
        (text) => nestingOf(text) <= mostNested,
        `The introduction has more than ${mostNested} HTML elements inside one another: close some of them.`,
      ),
  );

/** A tag as it is stored. */
export type Tag = { id: string; name: string; slug: string };

/** How it is named in the record's commitments. */
export function namedAs({ name, slug }: Tag | Omit<Tag, 'id'>): { name: string; slug: string } {
  return { name, slug };
}
