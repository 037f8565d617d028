import * as z from 'zod';

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
});

/** An article as everybody may read it. */
export const articleShape = z.object({
  id: z.string(),
  path: z.string().describe('Path of its page.'),
  title: z.string(),
  standfirst: z.string().nullable(),
  published: z.string().nullable().describe(dated),
  updated: z.iso.datetime().describe(time),
  authors: z.array(z.object({ name: z.string() })),
  tags: z.array(z.object({ name: z.string(), path: z.string() })),
  language: z.string().describe('A BCP 47 tag: in what language it is written.'),
  html: z.string().describe('Clean HTML.'),
  counts: z
    .object({ published: z.int().min(0), removed: z.int().min(0), withdrawn: z.int().min(0) })
    .describe('Its comments. Those that wait for a moderator are not counted.'),
  corrections: z
    .array(correctionShape)
    .describe('What was said of it after it was published, the first first.'),
});
export type ArticleJson = z.infer<typeof articleShape>;

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
    })
    .nullable()
    .describe(gone),
  published: z.string().nullable().describe(dated),
  edited: z.iso.datetime().nullable().describe(`When its writer last changed it. ${time}`),
  inReplyTo: z.int().min(1).nullable().describe('Number of the comment that it answers.'),
  html: z.string().nullable().describe(`Clean HTML. ${gone}`),
  text: z.string().nullable().describe(`The same words as plain text. ${gone}`),
  quotes: z.array(z.looseObject({})),
  references: z.array(z.looseObject({})),
  state: z.enum(['published', 'removed', 'withdrawn', 'withheld']),
});
export type CommentJson = z.infer<typeof commentShape>;

const receipt = z
  .url()
  .describe('Secret address at which its writer finds it again, and may withdraw it. Keep it from others.');

/** The answer to a comment that stands published. */
export const postedShape = commentShape.extend({ receipt });

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
});

/** Shapes by the names under which the description of the API lists them. */
export const namedShapes = z.registry<{ id: string }>();
namedShapes.add(articleShape, { id: 'Article' });
namedShapes.add(correctionShape, { id: 'Correction' });
namedShapes.add(articlesShape, { id: 'Articles' });
namedShapes.add(commentShape, { id: 'Comment' });
namedShapes.add(commentsShape, { id: 'Comments' });
namedShapes.add(newCommentShape, { id: 'NewComment' });
namedShapes.add(postedShape, { id: 'PostedComment' });
namedShapes.add(heldShape, { id: 'HeldComment' });
namedShapes.add(problemShape, { id: 'Problem' });
