import { type Line, lineAt } from './lines.ts';
import { asksReaders, isClosed, isReplyForm, isThreadEnd } from './reply-form.ts';
import { isSentence } from './sentences.ts';
import { phraseMatcher } from './wording/phrases.ts';

/** So many lines are read on from one that may end a thread. */
const NEAR = 60;
const isNoise = phraseMatcher('noise', 'replyLinks');
/** Phrases of pages that are beginnings of sentences too. */
const MAY_BE_WORDS = /^(?:more from|search for|share on|theme:|copyright (?!©|\(c\)|\d))/iu;
/** Lines of a form that say how to fill it in: above more of a response they are no end. */
const HINTS =
  /^(?:required fields|xhtml:|you may use these|save my name|notify me of|subscribe to comments|les champs obligatoires|erforderliche felder|los campos (?:obligatorios|necesarios)|mae'r meysydd gofynnol|mae angen llenwi)/iu;

/** Where the thread may end: the reply form, a closed line, side bars that stand alone. */
export function endsOf(lines: readonly Line[], from: number): number[] {
  const ends: number[] = [];
  for (let at = from; at < lines.length; at += 1) {
    if (isEnd(lines, at)) ends.push(at);
  }
  return [...ends, lines.length];
}

/** Whether a line that begins as a page's phrase does is a whole sentence of somebody's. */
export function mayBeWords(text: string): boolean {
  return MAY_BE_WORDS.test(text) && isSentence(text);
}

function isEnd(lines: readonly Line[], at: number): boolean {
  const { text, gap } = lineAt(lines, at);
  if (isReplyForm(text)) return !(asksReaders(text) && resumes(lines, at));
  if (isClosed(text)) return !resumes(lines, at);
  if (!gap || !isThreadEnd(text) || mayBeWords(text)) return false;
  return !(HINTS.test(text) && sentenceNext(lines, at)) && !resumes(lines, at);
}

/** A sentence follows at once, after other noise of the form at most. */
function sentenceNext(lines: readonly Line[], at: number): boolean {
  for (let next = at + 1; next < Math.min(lines.length, at + NEAR); next += 1) {
    const { text } = lineAt(lines, next);
    if (isReplyForm(text) || isClosed(text)) return false;
    if (!isNoise(text) && !isThreadEnd(text)) return isSentence(text);
  }
  return false;
}

/** Sentences follow, and nothing of a side bar between them and the form: a reader typed the line. */
function resumes(lines: readonly Line[], at: number): boolean {
  let sentences = 0;
  for (let next = at + 1; next < Math.min(lines.length, at + NEAR); next += 1) {
    const { text } = lineAt(lines, next);
    if (isReplyForm(text) && !asksReaders(text)) return sentences > 0;
    if (isClosed(text) || isThreadEnd(text)) return false;
    if (isSentence(text) && !isNoise(text)) sentences += 1;
  }
  return false;
}
