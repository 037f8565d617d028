import type { Context } from 'hono';
import { done, type Outcome, refuse } from '../lib/refusal.ts';

/** No form or JSON of ours is larger. */
export const largestBody = 1_000_000;

/** Reads a request's body, giving up as soon as it is too large. Refusal: `too-large`. */
export async function readBody(c: Context, largest = largestBody): Promise<Outcome<Uint8Array>> {
  const tooLarge = refuse(
    'too-large',
    `What was sent is larger than ${Math.round(largest / 1000)} kB: send less at once.`,
  );
  if (Number(c.req.header('content-length') ?? 0) > largest) return tooLarge;
  const reader = c.req.raw.body?.getReader();
  if (!reader) return done(new Uint8Array());
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done: ended, value } = await reader.read();
    if (ended) return done(Buffer.concat(pieces));
    length += value.length;
    if (length > largest) {
      await reader.cancel();
      return tooLarge;
    }
    pieces.push(value);
  }
}

/** Waits for a request's whole body, which can then be read as if it came only now. Refusal: `too-large`. */
export async function receiveBody(c: Context, largest: number): Promise<Outcome<null>> {
  const body = await readBody(c, largest);
  if (!body.ok) return body;
  const { url, method, headers, signal } = c.req.raw;
  c.req.raw = new Request(url, { method, headers, signal, body: new Uint8Array(body.value) });
  return done(null);
}

/** How much of a form is read: bytes, and fields. */
export type FormLimits = { largest: number; mostFields: number };

const usual: FormLimits = { largest: largestBody, mostFields: 100 };

/** The fields of a form as they came, and what was wrong with how they came. */
export type Form = { fields: Map<string, string>; fault: string | null };

/**
 * Reads an HTML form (application/x-www-form-urlencoded, WHATWG URL). Invalid UTF-8 is a fault, with the words kept
 * as far as they can be read. Refusals: `too-large`, `wrong-type`.
 */
export async function readForm(
  c: Context,
  { largest, mostFields }: FormLimits = usual,
): Promise<Outcome<Form>> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type))
    return refuse('wrong-type', 'A form is sent as application/x-www-form-urlencoded.');
  const body = await readBody(c, largest);
  if (!body.ok) return body;
  const text = Buffer.from(body.value).toString('latin1');
  if (text.split('&', mostFields + 1).length > mostFields)
    return refuse(
      'too-large',
      `A form here has at most ${mostFields.toLocaleString('en-GB')} fields: this one has more.`,
    );
  const fields = new Map<string, string>();
  let valid = true;
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const cut = pair.indexOf('=');
    const [name, value] = cut < 0 ? [pair, ''] : [pair.slice(0, cut), pair.slice(cut + 1)];
    const [key, content] = [decode(name), decode(value)];
    valid &&= key.valid && content.valid;
    fields.set(key.text, content.text);
  }
  const fault = valid
    ? null
    : 'What was sent is not valid UTF-8 text: look for signs that came out wrong, mend them and send it again.';
  return done({ fields, fault });
}

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

function decode(encoded: string): { text: string; valid: boolean } {
  const bytes = Buffer.from(
    encoded
      .replace(/\+/g, ' ')
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  try {
    return { text: strict.decode(bytes), valid: true };
  } catch {
    return { text: lenient.decode(bytes), valid: false };
  }
}
