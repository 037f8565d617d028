import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Question } from './add-passkey.ts';
import type { PasskeyAnswer } from './passkey.ts';
import { signOut } from './session.ts';
import { signInLibrary } from './sign-in-library.ts';

/** The question that a passkey answers. It names nobody: the browser finds the passkey. Good for five minutes. */
export async function askForPasskey(site: Site): Promise<Question> {
  const library = await signInLibrary(site);
  const { response, headers } = await library.api.generatePasskeyAuthenticationOptions({
    headers: new Headers(),
    returnHeaders: true,
  });
  return {
    options: { ...response, userVerification: 'required' },
    setCookies: headers.getSetCookie(),
  };
}

/**
 * Signs in by a passkey's answer; the session that the request came with, if any, ends. Refuses `passkey-refused`,
 * whatever the reason: who has which passkey is told to nobody.
 */
export async function signInByPasskey(
  site: Site,
  request: Headers,
  answer: PasskeyAnswer | null,
): Promise<Outcome<{ setCookies: string[] }>> {
  if (answer === null) return refusedPasskey();
  const library = await signInLibrary(site);
  const taken = await library.api.verifyPasskeyAuthentication({
    headers: new Headers({ cookie: request.get('cookie') ?? '' }),
    body: { response: answer },
    asResponse: true,
  });
  if (!taken.ok) return refusedPasskey();
  await signOut(site, request);
  return done({ setCookies: taken.headers.getSetCookie() });
}

function refusedPasskey(): Refusal {
  return refuse(
    'passkey-refused',
    'This passkey did not sign you in: it is not known here any more, or it was used too late. Try once more, or sign in another way.',
  );
}
