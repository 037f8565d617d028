import type { AboutYou } from './about-you.ts';

/** One response as a letter tells of it. */
export type Told = {
  name: string;
  number: number;
  text: string;
  url: string;
  inReplyTo: number | null;
  you: AboutYou | null;
};

/** What letters to readers say, in English. */
export const readerLetterWords = {
  confirm: {
    subject: (publication: string) => `Letters from ${publication}: is this your address?`,
    text: ({ publication, url }: { publication: string; url: string }) =>
      `There is news at the address below. Somebody, perhaps you, asked ${publication} to write to this address when there is.\n\nIf it was you, open it and say yes:\n\n${url}\n\nIf it was not, do nothing: no more comes, and in seven days the address is forgotten.\n`,
  },
  news: {
    subject: ({ title, name }: { title: string; name: string }) => `${name} on “${title}”`,
    digestSubject: (publication: string, count: number) =>
      `${count === 1 ? 'One new response' : `${count} new responses`} at ${publication}`,
    unnamed: 'Somebody',
    on: (title: string) => `On “${title}”`,
    says: (told: Told) => `${[`${told.number}. ${told.name} says`, ...doings(told)].join(', ')}:`,
    checkpoint:
      'A checkpoint of the public record, signed. Keep this letter: by it anybody\ncan show later whether the record was rewritten (hustings verify --against).',
    foot: ({ publication, stop, manage }: { publication: string; stop: string | null; manage: string }) =>
      `You asked ${publication} for this letter.${stop === null ? '' : `\nNo more of this article: ${stop}`}\nAll your letters, and how often they come: ${manage}\n`,
  },
};

/** Whom a response answers, and what it does with words of the letter's reader. */
function doings({ inReplyTo, you }: Told): string[] {
  const doing: string[] = [];
  if (inReplyTo !== null)
    doing.push(you?.answers === inReplyTo ? `in reply to you (${inReplyTo})` : `in reply to ${inReplyTo}`);
  const also = [you?.quotes && 'quoting you', you?.refers && 'referring to you'].filter(Boolean);
  if (also.length > 0) doing.push(also.join(' and '));
  return doing;
}
