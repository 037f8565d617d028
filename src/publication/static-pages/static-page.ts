import * as z from 'zod';
import { mostNested, nestingOf } from '../../lib/clean-html.ts';
import { foldSpace, slugOf } from '../../lib/fold-text.ts';

/** What an editor writes of a page: parsed once, at the edge. */
export const pageInput = z.object({
  title: z
    .string()
    .transform(foldSpace)
    .pipe(
      z
        .string()
        .min(1, 'Give the page a title.')
        .max(200, 'The title is longer than 200 characters: shorten it.'),
    ),
  source: z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(1, 'Write the text of the page.')
        .max(200_000, 'The text is longer than 200,000 characters: divide it.')
        .refine(
          (text) => nestingOf(text) <= mostNested,
          `The text has more than ${mostNested} HTML elements inside one another: close some of them.`,
        ),
    ),
});
export type PageInput = z.infer<typeof pageInput>;

/** A page as readers see it. */
export type StaticPage = PageInput & { id: string; slug: string; changedAt: string };

/** The one part of a page's address: what was asked for, or made of the title. */
export function pageSlug(wanted: string, title: string): string {
  return slugOf(wanted, slugOf(title, 'page'));
}

/** `/about-us/` */
export function staticPagePath(slug: string): string {
  return `/${slug}/`;
}
