import { PermanentFailure } from '../lib/permanent-failure.ts';

/** The server takes nothing for this address, now or later. */
export class RefusedAddress extends PermanentFailure {}

/** A letter to one person: plain text always. */
export type Message = {
  /** Names the letter for ever: a second delivery of it is known as the same one. */
  id: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  /** When it was written. */
  date: Date;
  /** Further lines of the head, by name. */
  headers?: Readonly<Record<string, string>>;
};

/** Sends a message. Throws where it was not taken: `PermanentFailure` where trying again does not mend that. */
export type Mail = (message: Message) => Promise<void>;

const control = /\p{Cc}|\u2028|\u2029/u;
const oneAddress = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/;

/** What in a message would make another header or recipient of it; null where nothing does. */
export function forgedPart({ id, from, to, subject, headers = {} }: Message): string | null {
  const lines = [id, from.name, from.address, to, subject, ...Object.entries(headers).flat()];
  if (lines.some((line) => control.test(line)))
    return 'A line of the letter’s head has a line break or another control character in it.';
  if (!oneAddress.test(to) || !oneAddress.test(from.address))
    return 'A letter goes from one address to one address.';
  return null;
}
