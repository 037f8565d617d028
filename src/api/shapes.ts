import * as z from 'zod';
import { replies, sourceClasses } from '../articles/attributions/attribution.ts';
import { outcomes } from '../articles/claims/claim.ts';
import { quoteShape, referenceShape } from './mark-shapes.ts';

const time = 'UTC time, ISO 8601.';
const dated =
  'The date that the page shows: `YYYY-MM-DD` or an ISO 8601 time, as precise as it is known; null when it is not known.';

/** A correction, clarification, apology or update. */
export const correctionShape = z.object({
  number: z.int().min(1).describe('Its number under the article; its anchor is `#correction-N`.'),
  kind: z.enum(['correction', 'clarification', 'apology', 'update']),
  published: z.iso.datetime().describe(time),
  changed: z.iso.datetime().nullable().describe(`When its note was last changed or withdrawn. ${time}`),
  state: z.enum(['standing', 'withdrawn']),
  was: z.string().nullable().describe('What the article said; null where nothing is quoted, or withdrawn.'),
  now: z.string().nullable().describe('What it says now, or the note itself; null once withdrawn.'),
  why: z.string(),
  prominence: z.enum(['top', 'foot']).describe('Where it stands: above the article or at its foot.'),
  revision: z.int().min(1).nullable().describe('The version of the article in which it was mended.'),
  version: z.int().min(1).describe('Of the note: 1, and one more with each change of it.'),
});

/** Somebody under whose name an article stands. */
const authorShape = z.object({
  name: z.string(),
  guest: z
    .object({ note: z.string(), url: z.string().nullable() })
    .optional()
    .describe('Who is none of the staff, with what is said of them.'),
});

/** Where an article stands in its series. */
export const seriesPlaceShape = z
  .object({ title: z.string(), path: z.string(), part: z.int().min(1), of: z.int().min(1) })
  .nullable()
  .describe('The series of which it is a part, and which of its published parts it is.');

/** An article as everybody may read it. */
export const articleShape = z.object({
  id: z.string(),
  path: z.string().describe('Path of its page.'),
  title: z.string(),
  standfirst: z.string().nullable(),
  published: z.string().nullable().describe(dated),
  updated: z.iso.datetime().describe(time),
  authors: z.array(authorShape),
  tags: z.array(z.object({ name: z.string(), path: z.string() })),
  language: z.string().describe('A BCP 47 tag: in what language it is written.'),
  series: seriesPlaceShape,
  html: z.string().describe('Clean HTML.'),
  counts: z
    .object({
      published: z.int().min(0),
      removed: z.int().min(0),
      withdrawn: z.int().min(0),
      withheld: z.int().min(0).describe('While a complaint is considered.'),
    })
    .describe('Its comments. Those that wait for a moderator are not counted.'),
  corrections: z
    .array(correctionShape)
    .describe('What was said of it after it was published, the first first.'),
});
export type ArticleJson = z.infer<typeof articleShape>;

/** A link whose page is gone or was changed, as is told below the text that has it. */
export const citationShape = z.object({
  url: z.string().describe('The address of the page, as it is kept.'),
  title: z.string().nullable().describe('As the page told it when it was kept.'),
  site: z.string().nullable(),
  state: z
    .enum(['gone', 'words-gone', 'changed'])
    .describe('`gone`: the page; `words-gone`: what is quoted of it; `changed`: other words stand there.'),
  since: z.iso.datetime().describe(time),
  kept: z.iso.datetime().nullable().describe(`When it was kept; null where it never was. ${time}`),
  archive: z
    .object({ url: z.string(), at: z.string() })
    .nullable()
    .describe('Where a public archive has it, and as of when; null where none is known.'),
});
export type CitationJson = z.infer<typeof citationShape>;

const citations = z
  .array(citationShape)
  .max(20)
  .describe('Links of the text whose pages are gone or were changed, in its order.');

const titled = z.object({ id: z.string(), title: z.string(), path: z.string().nullable() });
const day = 'A day by the publication’s clocks, `YYYY-MM-DD`.';

/** What an article says came of a claim. */
export const outcomeShape = z.object({
  outcome: z.enum(outcomes),
  sentence: z.string(),
  date: z.string().describe(`When it was known. ${day}`),
  by: titled.nullable().describe('The article that says so; null once that was withdrawn.'),
  published: z.iso.datetime().nullable().describe(`Null while the closing article is a draft. ${time}`),
});

/** Something that an article says will happen by a day. */
export const claimShape = z.object({
  number: z.int().min(1).describe('Its number in the article; its anchor is `#claim-N`.'),
  version: z.int().min(1),
  passage: z.string().describe('The words that say so, as they stood in the text when they were marked.'),
  claim: z.string().describe('The same in plain words.'),
  due: z.string().describe(day),
  standing: z.enum(['to-come', 'due', 'overdue', 'closed', 'withdrawn']),
  inText: z.boolean().describe('Whether the passage stands in the text as it now is.'),
  outcome: outcomeShape.nullable().describe('What came of it; null while nothing is said.'),
  before: z.array(outcomeShape).describe('What was said to have come of it before, newest first.'),
});

/** A claim of an earlier article, and what this one says came of it. */
export const closingShape = z.object({
  article: titled,
  number: z.int().min(1),
  claim: z.string(),
  due: z.string().describe(day),
  outcome: outcomeShape,
});

/** How an article’s author knows: classes of source, never who one is. */
export const attributionShape = z.object({
  version: z.int().min(1),
  sources: z.array(z.object({ class: z.enum(sourceClasses), count: z.int().min(1), note: z.string() })),
  replies: z
    .array(z.object({ named: z.string(), came: z.enum(replies), asked: z.string() }))
    .describe('Whether a reply was sought from those whom the article names, and what came.'),
});

/** What stands in boxes under an article’s text. */
export const besideShape = z.object({
  claims: z.array(claimShape).describe('What it says will happen, and what came of it.'),
  closes: z.array(closingShape).describe('What it says came of earlier articles’ claims.'),
  attribution: attributionShape.nullable().describe('How its author knows; null where nothing is said.'),
});
export type BesideJson = z.infer<typeof besideShape>;

/** One article, with what stands beside its text. */
export const fullArticleShape = articleShape.extend({
  ...besideShape.shape,
  citations,
  cite: z.url().nullable().describe('The lasting address of these very words; null where they are withheld.'),
});

const gone = 'Null unless its state is `published`.';

/** A comment as everybody may read it. */
export const commentShape = z.object({
  number: z.int().min(1).describe('Its number under the article: given once, kept for good.'),
  author: z
    .object({
      name: z.string(),
      sameWriter: z
        .array(z.int().min(1))
        .max(20)
        .describe('Other comments under this article by the same writer.'),
      staff: z.boolean().optional().describe('True for one of the staff, who writes in their own name.'),
      anonymous: z.boolean().optional().describe('True where no name was given: the name is empty.'),
    })
    .nullable()
    .describe(gone),
  published: z.string().nullable().describe(dated),
  edited: z.iso.datetime().nullable().describe(`When its writer last changed it. ${time}`),
  inReplyTo: z.int().min(1).nullable().describe('Number of the comment that it answers.'),
  html: z.string().nullable().describe(`Clean HTML. ${gone}`),
  text: z.string().nullable().describe(`The same words as plain text. ${gone}`),
  quotes: z.array(quoteShape).describe('Quotations that were found, in the order of the text.'),
  references: z.array(referenceShape).describe('Words that mean an earlier comment.'),
  citations,
  cite: z.url().nullable().describe(`The lasting address of these very words. ${gone}`),
  state: z.enum(['published', 'removed', 'withdrawn', 'withheld']),
});
export type CommentJson = z.infer<typeof commentShape>;

const receipt = z
  .url()
  .describe('Secret address at which its writer finds it again, and may withdraw it. Keep it from others.');

/** The answer to a comment that stands published; without the receipt where the same words may be somebody else's. */
export const postedShape = commentShape.extend({ receipt: receipt.optional() });

/** The answer to a comment that waits for a moderator. */
export const heldShape = z.object({ state: z.literal('held'), receipt });

const next = z.url().nullable().describe('Address of the next part; null at the end.');
export const articlesShape = z.object({ items: z.array(articleShape), next });
export const commentsShape = z.object({ items: z.array(commentShape), next });

/** Problem details (RFC 9457) with two extensions. */
export const problemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('What is wrong and what to do, for people.'),
  instance: z.string(),
  code: z.string().optional().describe('Which refusal it is, for programs.'),
  scope: z.string().optional().describe('What the token would have to be made for.'),
  version: z.string().optional().describe('The version that is there now.'),
  errors: z
    .array(z.object({ field: z.string().nullable(), sentence: z.string() }))
    .optional()
    .describe('Each input at fault.'),
});

/** A text that can be kept: no half of a character. */
export const words = (what: string) =>
  z
    .string(`The ${what} must be a text.`)
    .refine((text) => text.isWellFormed(), `The ${what} has half a character in it: type it again.`);
const address = (what: string) =>
  words(what).refine(
    (text) => !/\p{Cc}/u.test(text.trim()),
    `The ${what} has control characters in it: type it again.`,
  );
const answered = z.union(
  [z.int(), z.string()],
  'A reply goes to a comment’s number, such as 3: mend it, or leave it out.',
);

/** What a program sends to comment. What the words themselves must be is `parseComment`’s to say. */
export const newCommentShape = z.strictObject({
  name: words('name').describe('Any name; it need not be one’s own. At most 60 characters.'),
  text: words('text').describe('The words, in the Markdown that comments know.'),
  email: address('e-mail address').nullish().describe('Never shown.'),
  url: address('web address').nullish().describe('The writer’s page, http or https.'),
  in_reply_to: answered.nullish().describe('Number of the comment that this one answers, also as digits.'),
  inReplyTo: answered.nullish().describe('The same by another name: send one of them.'),
  unlinked: z
    .array(words('part that is not to be marked'))
    .max(100, 'At most 100 parts of a text are named.')
    .nullish()
    .describe('References and quotations, as they are written, that are not to be marked.'),
  proof: words('proof of work')
    .nullish()
    .describe(
      'Needed only while very many arrive, or the comment waits for a moderator: the solution of the challenge at `responses/challenge/` under the article’s address, as altcha’s programs write it (2nd format, PBKDF2/SHA-256).',
    ),
});

/** Shapes by the names under which the description of the API lists them. */
export const namedShapes = z.registry<{ id: string }>();
namedShapes.add(articleShape, { id: 'Article' });
namedShapes.add(fullArticleShape, { id: 'FullArticle' });
namedShapes.add(correctionShape, { id: 'Correction' });
namedShapes.add(outcomeShape, { id: 'Outcome' });
namedShapes.add(claimShape, { id: 'Claim' });
namedShapes.add(closingShape, { id: 'Closing' });
namedShapes.add(attributionShape, { id: 'Attribution' });
namedShapes.add(articlesShape, { id: 'Articles' });
namedShapes.add(quoteShape, { id: 'Quotation' });
namedShapes.add(referenceShape, { id: 'Reference' });
namedShapes.add(citationShape, { id: 'Citation' });
namedShapes.add(commentShape, { id: 'Comment' });
namedShapes.add(commentsShape, { id: 'Comments' });
namedShapes.add(newCommentShape, { id: 'NewComment' });
namedShapes.add(postedShape, { id: 'PostedComment' });
namedShapes.add(heldShape, { id: 'HeldComment' });
namedShapes.add(problemShape, { id: 'Problem' });
