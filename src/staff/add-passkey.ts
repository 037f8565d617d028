import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { type NewPasskeyAnswer, readPasskeyName } from './passkey.ts';
import { passkeysOf } from './queries.ts';
import { cookieWithSession } from './session-cookie.ts';
import { signInLibrary } from './sign-in-library.ts';

/** What a browser is asked, and the `Set-Cookie` headers by which its answer is known to be one. */
export type Question = { options: unknown; setCookies: string[] };

const mostPasskeys = 20;

/**
 * The question whose answer is a new passkey, for whoever is signed in by the request. Good for five minutes.
 * Refuses `not-fresh` where they did not sign in lately.
 */
export async function askForNewPasskey(site: Site, request: Headers): Promise<Outcome<Question>> {
  const library = await signInLibrary(site);
  const answer = await library.api.generatePasskeyRegistrationOptions({
    headers: cookiesOf(site, request),
    asResponse: true,
  });
  if (!answer.ok) return notFresh();
  return done({ options: await answer.json(), setCookies: answer.headers.getSetCookie() });
}

export type NewPasskey = { staffId: string; name: string; answer: NewPasskeyAnswer | null };

/**
 * Keeps a new passkey under a name of its owner's. Refuses `name-missing`, `name-long`, `passkeys-many`,
 * `not-fresh` and `passkey-refused`, for whatever was answered wrongly, too late or for another address.
 */
export async function addPasskey(site: Site, request: Headers, given: NewPasskey): Promise<Outcome<null>> {
  const name = readPasskeyName(given.name);
  if (!name.ok) return name;
  if (given.answer === null) return refusedPasskey();
  if ((await passkeysOf(site.store.read, given.staffId)).length >= mostPasskeys)
    return refuse('passkeys-many', `You have ${mostPasskeys} passkeys: remove one that you no longer use.`);
  const library = await signInLibrary(site);
  const answer = await library.api.verifyPasskeyRegistration({
    headers: cookiesOf(site, request),
    body: { response: given.answer, name: name.value },
    asResponse: true,
  });
  if (answer.ok) return done(null);
  return answer.status === 403 ? notFresh() : refusedPasskey();
}

/** Only the cookies: neither network address nor browser reaches the library. */
function cookiesOf({ config }: Site, request: Headers): Headers {
  return new Headers({ cookie: cookieWithSession(config, request) ?? '' });
}

/** Whoever changes how they sign in must have signed in lately. */
export function notFresh(): Refusal {
  return refuse('not-fresh', 'Sign in once more: it is too long ago for changing how you sign in.');
}

function refusedPasskey(): Refusal {
  return refuse(
    'passkey-refused',
    'The passkey was not added: its answer came too late, or is not one for this publication’s address. Try it once more.',
  );
}
