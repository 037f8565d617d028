import { phraseMatcher } from './wording/phrases.ts';

const isForm = phraseMatcher('replyForm');
const CANCEL =
  /\s(?:cancel reply|annuler la réponse|antwort(?:en)? abbrechen|cancelar (?:la )?respuesta|diddymu ymateb)$/iu;

/** Whether a line is the head or a label of a reply form (“Leave a Reply”, “Deja un comentario”). */
export function isReplyForm(text: string): boolean {
  return isForm(text) || (text.length < 200 && CANCEL.test(text) && isForm(text.replace(CANCEL, '')));
}

/** What a form asks, and what writers ask their readers. */
export function asksReaders(text: string): boolean {
  return /^what do you think\W*$/iu.test(text);
}

/** Whether a line says that comments are closed. */
export const isClosed = phraseMatcher('closed');

/** Whether a line ends a thread without being of the form: side bars, feet of pages, feeds. */
export const isThreadEnd = phraseMatcher('ends');

const OPEN_SENTENCE = /you can (?:skip to the end and )?leave a (?:response|comment|reply)/iu;
const CLOSED_SENTENCE = /(?:comments and pings|responses|comments) are (?:currently |now )?closed/iu;

/** What a sentence such as “This entry was posted…” says of comments: open, closed, or nothing (null). */
export function openInSentence(text: string): boolean | null {
  if (CLOSED_SENTENCE.test(text)) return false;
  return OPEN_SENTENCE.test(text) ? true : null;
}
