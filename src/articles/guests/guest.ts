import * as z from 'zod';
import { foldSpace, tidyName } from '../../lib/fold-text.ts';

/** What readers are told of a guest beside the name: a note and the address of a page, each or neither. */
export type GuestFacts = { note: string; url: string | null };
export type Guest = GuestFacts & { name: string };

/** One of the names over an article; `guest` where it is none of the staff's. */
export type NamedWriter = { name: string; guest: GuestFacts | null };

/** A guest as an editor or a program gives one. */
export const guestInput = z.object({
  name: z
    .string()
    .transform(tidyName)
    .pipe(
      z
        .string()
        .min(1, 'Give the guest’s name.')
        .max(100, 'The guest’s name is longer than 100 characters: shorten it.')
        .refine((name) => !/[,;]/.test(name), 'A name in the byline has no comma or semicolon in it.'),
    ),
  note: z
    .string()
    .default('')
    .transform(foldSpace)
    .pipe(z.string().max(200, 'The note on the guest is longer than 200 characters: shorten it.')),
  url: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine(
      (text) => text === '' || webAddress(text) !== null,
      'The guest’s page must be a whole address: https://…',
    )
    .transform((text) => webAddress(text)),
});

/** An http or https address without a name or password in it, at most 500 characters; or null. */
function webAddress(text: string): string | null {
  if (text.length > 500 || !URL.canParse(text)) return null;
  const { protocol, username, password, href } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '' ? href : null;
}

/** The guests among several, once each by name. */
export const guestsInput = z
  .array(guestInput)
  .max(20, 'There are more than 20 guests: take some away.')
  .transform((guests) => [...new Map(guests.map((guest) => [guest.name, guest])).values()]);

/** What the record's entry for the names over an article commits to. */
export function bylineWords(writers: NamedWriter[]): { bylines: NamedWriter[] } {
  return {
    bylines: writers.map(({ name, guest }) => ({
      name,
      guest: guest && { note: guest.note, url: guest.url },
    })),
  };
}
