import type { CapturedComment } from './capture-result.ts';

/** Sentences for the person who checks an import: what the page states and the capture does not hold. */
export function notesOf(found: {
  stated: number | null;
  comments: readonly CapturedComment[];
  leftOut: readonly string[];
}): string[] {
  const notes = found.leftOut.map((line) => `A line beside the article was left out: “${line}”.`);
  const count = found.comments.length;
  if (found.stated !== null && found.stated !== count) {
    notes.push(`The page states ${found.stated} responses; ${count} could be read.`);
  }
  const nameless = found.comments.filter((comment) => comment.author === null).length;
  if (nameless > 0) notes.push(`${nameless} of ${count} responses have no name left.`);
  const wordless = found.comments.filter(
    ({ kind, paragraphs }) => kind === 'comment' && paragraphs.length === 0,
  ).length;
  if (wordless > 0) notes.push(`${wordless} of ${count} responses have no words left.`);
  return notes;
}
