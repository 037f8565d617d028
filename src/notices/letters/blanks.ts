import { identityMark } from './english.ts';

/** Where a letter says when it goes, and until when its reader may answer: filled in when it goes. */
export const sentMark = '[[when this is sent]]';
export const replyByMark = '[[until when the writer may answer]]';

const blanks = [sentMark, replyByMark, identityMark];

export type LetterTimes = { sent: string; replyBy: string };

/** A letter with its times in their places. Who a writer is stays out of it. */
export function filledIn(
  { subject, text }: { subject: string; text: string },
  times: LetterTimes | undefined,
): { subject: string; text: string } {
  if (times === undefined) return { subject, text };
  return {
    subject,
    text: text.replaceAll(sentMark, times.sent).replaceAll(replyByMark, times.replyBy),
  };
}

/** The places of a letter that are filled in later. */
export function blanksIn(text: string): string[] {
  return blanks.filter((blank) => text.includes(blank));
}
