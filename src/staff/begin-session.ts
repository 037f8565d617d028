import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Credential } from './credential.ts';
import { signOut } from './session.ts';
import { signInLibrary } from './sign-in-library.ts';

/**
 * Begins a session for somebody who has proved, by what the sign-in library does not know of, who they are; the
 * session that the request came with, if any, ends. Answers the `Set-Cookie` headers. Refuses `staff-disabled`.
 */
export async function beginSession(
  site: Site,
  request: Headers,
  begun: { staffId: string; credential: Credential },
): Promise<Outcome<{ setCookies: string[] }>> {
  const library = await signInLibrary(site);
  const answer = await library.api.beginSession({ body: begun, headers: new Headers(), asResponse: true });
  if (answer.status === 403)
    return refuse('staff-disabled', 'This account is disabled. Ask an owner of the publication.');
  if (!answer.ok) throw new Error(`The sign-in library answered ${answer.status}.`);
  await signOut(site, request);
  return done({ setCookies: answer.headers.getSetCookie() });
}
