import * as z from 'zod';
import { foldSpace, slugOf } from '../../lib/fold-text.ts';
import { sha256 } from '../../lib/ids.ts';
import { canonical } from '../../record/entry.ts';
import type { NamedPath } from '../article-view.ts';
import { introductionText } from '../tags/tag.ts';

/** What an editor writes of a series: parsed once, at the edge. */
export const seriesInput = z.object({
  title: z
    .string()
    .transform(foldSpace)
    .pipe(
      z
        .string()
        .min(1, 'Give the series a title.')
        .max(200, 'The title is longer than 200 characters: shorten it.'),
    ),
  slug: z.string().default(''),
  introduction: introductionText,
});
export type SeriesInput = z.infer<typeof seriesInput>;

/** A series as it is stored: `parts` are ids of articles in their order, drafts among them. */
export type Series = { id: string; slug: string; title: string; introduction: string; parts: string[] };

/** Where an article stands in its series, among the parts that readers see. */
export type SeriesPlace = NamedPath & {
  part: number;
  of: number;
  previous: NamedPath | null;
  next: NamedPath | null;
};

export const mostParts = 500;

/** The last part of a series' address: what was asked for, or made of the title. */
export function seriesSlug(wanted: string, title: string): string {
  return slugOf(wanted, slugOf(title, 'series'));
}

/** `/series/the-weir/` */
export function seriesPath(slug: string): string {
  return `/series/${slug}/`;
}

/** What the record's entry commits to. */
export function seriesWords({ slug, title, introduction, parts }: Omit<Series, 'id'>) {
  return { slug, title, introduction, parts };
}

/** What tells one state of a series from another. */
export function seriesMark(series: Omit<Series, 'id'>): string {
  return sha256(canonical(seriesWords(series))).slice(0, 16);
}
