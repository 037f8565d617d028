import * as z from 'zod';

const source = z
  .union([
    z.object({ article: z.literal(true), revision: z.int().min(1).optional() }),
    z.object({ comment: z.int().min(1) }),
    z.object({ citation: z.string() }),
  ])
  .describe('Where its words stand first; with a revision, in that earlier version of the article.');

/** A quotation in a comment, with its verdict. */
export const quoteShape = z.object({
  text: z.string().describe('As it is written, without its marks.'),
  verdict: z.enum(['exact', 'altered']),
  source,
  standing: z
    .enum(['there', 'earlier', 'removed', 'withdrawn', 'withheld'])
    .describe(
      'Whether its words still stand in their source, stood in an earlier version, or are gone with it.',
    ),
});

/** Words of a comment that mean an earlier one. */
export const referenceShape = z.object({
  text: z.string().describe('As it is written.'),
  to: z.int().min(1).describe('Number of the comment that is meant.'),
});
