/**
 * An expected refusal, returned by name and never thrown: `code` for programs, `sentence` for people (what is
 * wrong and what to do), `field` where one input is at fault.
 */
export type Refusal = { ok: false; code: string; sentence: string; field?: string };

/** What a write verb answers. */
export type Outcome<T> = { ok: true; value: T } | Refusal;

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refuse(code: string, sentence: string, field?: string): Refusal {
  return field === undefined ? { ok: false, code, sentence } : { ok: false, code, sentence, field };
}
