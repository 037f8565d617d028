import * as z from 'zod';
import { withdrawalReasons } from '../articles/withdraw-article.ts';
import { stages } from '../staff/permissions.ts';
import {
  articleShape,
  besideShape,
  fullArticleShape,
  namedShapes,
  seriesPlaceShape,
  words,
} from './shapes.ts';

/** How an article takes responses, where it does not follow the publication. */
export const policies = ['open', 'first-held', 'all-held', 'closed'] as const;

/** A text of one line. */
const line = (what: string) =>
  words(what).refine(
    (text) => !/\p{Cc}/u.test(text.trim()),
    `The ${what} has control characters in it: take them out.`,
  );

/** A name in a list; the separators of the desk's own form are none of its signs. */
const name = (what: string) =>
  line(what).refine((text) => !/[,;]/.test(text), `A name of the ${what} has no comma or semicolon in it.`);

const sorts = 'The format must be markdown or html.';
const noPolicy = 'The commentPolicy must be open, first-held, all-held or closed, or null.';
const days = 'The closeAfterDays must be a whole number from 0 to 99999, or null.';
const kinds = 'The change must be change or minor.';

const guest = z.strictObject({
  name: name('guests'),
  note: line('note').nullish().describe('What readers are told of the guest. At most 200 characters.'),
  url: line('url').nullish().describe('The guest’s page, http or https.'),
});

const optionalParts = {
  standfirst: line('standfirst').nullish().describe('At most 1,000 characters.'),
  format: z
    .enum(['markdown', 'html'], sorts)
    .nullish()
    .describe('What the body is written in: markdown if left out.'),
  authors: z
    .array(name('authors'), 'The authors must be a list of names.')
    .nullish()
    .describe('Names as they are printed. A new article without any gets the token’s holder.'),
  guests: z
    .array(guest, 'The guests must be a list.')
    .nullish()
    .describe('Those of the authors who are guests, by the same names; none bears a name of the staff.'),
  tags: z.array(name('tags'), 'The tags must be a list of names.').nullish(),
  slug: line('slug').nullish().describe('The last part of the address; made of the title if left out.'),
  language: line('language')
    .nullish()
    .describe('A BCP 47 tag, such as `cy`. The publication’s own language if left out.'),
  commentPolicy: z.enum(policies, noPolicy).nullish().describe('The publication’s own if left out.'),
  closeAfterDays: z.int(days).min(0, days).max(99_999, days).nullish(),
};

/** What a program sends to write an article. What the words themselves must be is `articleInput`’s to say. */
export const newArticleShape = z.strictObject({
  title: line('title').describe('At most 300 characters.'),
  body: words('body').describe('The text, at most 500,000 characters.'),
  ...optionalParts,
});

const change = z
  .enum(['change', 'minor'], kinds)
  .nullish()
  .describe('What kind of change it is to a published article: `minor` for one that changes no meaning.');

/** A whole new version. What is left out is empty from then on. */
export const wholeArticleShape = newArticleShape.extend({ change });

/** Only what changes. Null empties a part. */
export const articleChangesShape = z.strictObject({
  title: line('title').optional(),
  body: words('body').optional(),
  ...optionalParts,
  change,
});

/** An article as a token's holder gets it. */
export const staffArticleShape = z.object({
  ...articleShape.pick({ id: true, title: true, standfirst: true, updated: true, html: true, authors: true })
    .shape,
  version: z.string().describe('Changes with everything that is saved; in quotes, it is the ETag.'),
  stage: z.enum(stages),
  path: z.string().nullable().describe('Path of its page; null before it was first published.'),
  url: z.string().nullable(),
  body: z.string().describe('The text as it was written.'),
  format: z.enum(['markdown', 'html']),
  tags: z.array(z.object({ name: z.string() })),
  slug: z.string().nullable(),
  series: seriesPlaceShape,
  language: z.string().nullable().describe('A BCP 47 tag; null for the publication’s own language.'),
  commentPolicy: z.enum(policies).nullable(),
  closeAfterDays: z.int().min(0).nullable(),
  published: z.string().nullable().describe('When it was published here. UTC time, ISO 8601.'),
  schedule: z
    .object({ at: z.iso.datetime(), local: z.string(), timeZone: z.string() })
    .nullable()
    .describe('When it appears by itself.'),
  corrections: articleShape.shape.corrections,
  ...besideShape.shape,
  review: z
    .object({ id: z.string(), asked: z.iso.datetime(), askedBy: z.string().nullable(), note: z.string() })
    .nullable()
    .describe('The review that waits for an answer.'),
  risk: z
    .object({ marked: z.iso.datetime(), by: z.string().nullable(), reason: z.string() })
    .nullable()
    .describe('Its legal-risk mark: nobody who wrote some of it publishes it alone.'),
  pin: z
    .object({ until: z.iso.datetime().nullable() })
    .nullable()
    .describe('Its first place on the front page; `until` is null where it has no end.'),
});
export type StaffArticleJson = z.infer<typeof staffArticleShape>;

/** An article as whoever asks may read it. */
export const readableArticleShape = z.union([staffArticleShape, fullArticleShape]);

/** When to publish. */
export const publicationShape = z.strictObject({
  at: words('at')
    .nullish()
    .describe(
      'When it is to appear by itself: a local time of the publication (`2026-03-12T06:30`), or a moment with its offset (`2026-03-12T06:30:00Z`). Now, if left out.',
    ),
  was: z.iso
    .datetime('The was must be the time that is set, as schedule.at gives it, or null for none.')
    .nullish()
    .describe(
      'The time that is set, as `schedule.at` gives it, or null for none: where it is another by then, 409.',
    ),
});

/** Why a published article is taken back. */
export const withdrawalShape = z.strictObject({
  reason: z.enum(withdrawalReasons, `The reason must be one of ${withdrawalReasons.join(', ')}.`),
  note: words('note').describe('What readers are told in its place.'),
});

/** Where an article stands, without its words. */
export const standingShape = staffArticleShape.pick({
  ...{ id: true, version: true, stage: true, path: true, url: true, published: true, schedule: true },
  ...{ review: true, risk: true, pin: true },
});

namedShapes.add(newArticleShape, { id: 'NewArticle' });
namedShapes.add(wholeArticleShape, { id: 'WholeArticle' });
namedShapes.add(articleChangesShape, { id: 'ArticleChanges' });
namedShapes.add(staffArticleShape, { id: 'StaffArticle' });
namedShapes.add(readableArticleShape, { id: 'ReadableArticle' });
namedShapes.add(publicationShape, { id: 'Publication' });
/** A form with the file of a picture and what is said of it. */
export const newPictureShape = z.strictObject({
  file: z.string().describe('The file: JPEG, PNG, WebP, AVIF or GIF.'),
  alt: z.string().optional().describe('The picture in a sentence, for whoever does not see it.'),
  decorative: z
    .string()
    .optional()
    .describe('Anything, where the picture tells nothing: it then needs no `alt`.'),
  caption: z.string().optional(),
  credit: z.string().optional(),
});

/** A picture of the library. */
export const pictureShape = z.object({
  id: z.string(),
  path: z.string().describe('Its lasting path: in Markdown, `![](PATH)`.'),
  url: z.string(),
  width: z.int(),
  height: z.int(),
  alt: z.string(),
  decorative: z.boolean(),
  caption: z.string(),
  credit: z.string(),
});

namedShapes.add(newPictureShape, { id: 'NewPicture' });
namedShapes.add(pictureShape, { id: 'Picture' });
namedShapes.add(withdrawalShape, { id: 'Withdrawal' });
namedShapes.add(standingShape, { id: 'Standing' });
