import * as z from 'zod';
import { parseJson } from '../lib/json.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Time } from '../store/schema.ts';

/** A passkey as its owner sees it. `synced`: it lives in a password manager, not in one device alone. */
export type Passkey = { id: string; name: string; added: Time; synced: boolean };

const longestName = 60;
const base64url = z.string().regex(/^[\w-]{1,20000}$/);

const common = { id: base64url, rawId: base64url, type: z.literal('public-key') };
const extensions = { clientExtensionResults: z.looseObject({}).default({}) };

/** What a browser answers (WebAuthn Level 3, 5.1), as far as it can be told from outside: a new passkey, */
const newShape = z.object({
  ...common,
  response: z.looseObject({ clientDataJSON: base64url, attestationObject: base64url }),
  ...extensions,
});
/** or one that is used. */
const usedShape = z.object({
  ...common,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
  ...extensions,
});
export type NewPasskeyAnswer = z.infer<typeof newShape>;
export type PasskeyAnswer = z.infer<typeof usedShape>;

/** Reads the JSON that the script sends for a new passkey. Null where it is none of a browser's answers. */
export function readNewAnswer(text: string): NewPasskeyAnswer | null {
  return newShape.safeParse(parseJson(text)).data ?? null;
}

/** Reads the JSON that the script sends for a passkey that is used. Null where it is none. */
export function readAnswer(text: string): PasskeyAnswer | null {
  return usedShape.safeParse(parseJson(text)).data ?? null;
}

/** Reads what a passkey is called by its owner. Refuses `name-missing` and `name-long`. */
export function readPasskeyName(text: string): Outcome<string> {
  const name = text.trim().replace(/\s+/g, ' ');
  if (name === '')
    return refuse('name-missing', 'Give the passkey a name, such as that of the device it is in.', 'name');
  if (name.length > longestName)
    return refuse('name-long', `A passkey’s name has at most ${longestName} characters: shorten it.`, 'name');
  return done(name);
}
