import * as z from 'zod';
import { parseJson } from '../../../lib/json.ts';
import type { Fetched } from '../../../outbound/outbound.ts';

/**
 * What the Transparency Database made of a batch, by the places of its statements: `taken` where all are in it now.
 * `settled` says of some that they are there already (null) or why they are refused; none of the others was taken.
 * `unclear` is a refusal of which nobody can say which statement it is about. `later` is no answer to what was sent.
 */
export type BatchAnswer =
  | { is: 'taken' }
  | { is: 'settled'; places: Map<number, string | null> }
  | { is: 'unclear'; why: string }
  | { is: 'later'; why: string };

const sentences = z.record(z.string(), z.array(z.string()));
const refusal = z.object({
  message: z.string().optional(),
  errors: z.record(z.string(), z.unknown()).optional(),
});
const longest = 500;
/** How it says that it has an identifier; anything else that it says of one is a fault. */
const existsAlready = /already been taken|already exists|exists already|not (?:all )?unique/i;

/** Reads what it answered to `POST …/statements`; `puids` are what was sent, in their order. */
export function readBatchAnswer(
  { status, body }: Pick<Fetched, 'status' | 'body'>,
  puids: readonly string[],
): BatchAnswer {
  if (status === 201) return { is: 'taken' };
  if (status === 401 || status === 403)
    return {
      is: 'later',
      why: `It does not take the token (${status}): set HUSTINGS_STATEMENTS_TOKEN anew.`,
    };
  if (status !== 422) return { is: 'later', why: `It answered with the status ${status}.` };
  const said = refusal.safeParse(parseJson(new TextDecoder().decode(body))).data ?? {};
  const places = placesOf(said.errors ?? {}, puids);
  if (places.size > 0) return { is: 'settled', places };
  return { is: 'unclear', why: tidy(said.message ?? 'It refused without saying why.') };
}

function placesOf(errors: Record<string, unknown>, puids: readonly string[]): Map<number, string | null> {
  const places = new Map<number, string | null>();
  const existing = z.array(z.string()).safeParse(errors.existing_puids).data ?? [];
  const told = sentences.safeParse({ puid: errors.puid }).data?.puid ?? [];
  const isAlone = puids.length === 1; // what is said of identifiers is said of this one
  for (const [place, puid] of puids.entries()) {
    const faults = sentences.safeParse(errors[`statement_${place}`]).data;
    if (faults) places.set(place, tidy(Object.values(faults).flat().join(' ')));
    else if (existing.includes(puid)) places.set(place, null);
    else if (isAlone && told.length > 0)
      places.set(place, told.every((each) => existsAlready.test(each)) ? null : tidy(told.join(' ')));
  }
  return places;
}

/** The other side’s words: of one kind of space, without control characters, not long. */
function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, longest);
}
