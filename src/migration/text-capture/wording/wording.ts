/**
 * What weblog themes print in one language. Phrases are in lower case with straight apostrophes; one that
 * ends in `…` is the beginning of a line, any other a whole line without its last punctuation marks.
 * Sources: the texts of WordPress's own themes and of their translations, Movable Type's and Blogger's templates.
 */
export interface Wording {
  language: string;
  /** Twelve lists of names and abbreviations. */
  months: readonly (readonly string[])[];
  weekdays: readonly string[];
  /** Words that stand for a number in a heading. */
  counts: Readonly<Record<string, number>>;
  /** What a heading counts, singular and plural. */
  responses: readonly string[];
  /** What stands between the count and the quoted title. */
  to: readonly string[];
  /** The verb after a name in an item line, and before it. */
  says: readonly string[];
  saysBefore: readonly string[];
  /** What stands before tags (with a colon) and in a sentence (“tagged a, b”). */
  tags: readonly string[];
  tagged: readonly string[];
  categories: readonly string[];
  /** What stands before an author's name, and before a date. */
  by: readonly string[];
  joins: readonly string[];
  changed: readonly string[];
  /** The line after a comment's body in Classic and in Movable Type. */
  commentBy: readonly string[];
  pingbackBy: readonly string[];
  postedBy: readonly string[];
  pingback: readonly string[];
  replyForm: readonly string[];
  closed: readonly string[];
  replyLinks: readonly string[];
  /** Lines that end a thread: pagination, side bars, feet of pages. */
  ends: readonly string[];
  /** Lines that are no part of an article or a comment wherever they stand. */
  noise: readonly string[];
  /** Beginnings of the sentence under an article that tells when and where it was posted. */
  entry: readonly string[];
  /** First words that make a name unlikely: pronouns, articles, conjunctions; and forms of address. */
  notNames: readonly string[];
  honorifics: readonly string[];
  /** The end of a paragraph that promises something elsewhere; what it promises; what announces its own words. */
  elsewhere: readonly string[];
  things: readonly string[];
  announcing: readonly string[];
}
