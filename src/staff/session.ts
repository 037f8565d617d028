import type { Site } from '../site.ts';
import { cookieWithSession } from './session-cookie.ts';
import { freshSeconds, signInLibrary } from './sign-in-library.ts';
import { asStaff, type Staff } from './staff.ts';

/** Which session it is, and when it was begun. */
export type SessionFacts = { id: string; begun: Date };

/** An open session, with the `Set-Cookie` headers to answer with when it was prolonged (else none). */
export type OpenSession = { staff: Staff; session: SessionFacts; setCookies: string[] };

/** Whether somebody has signed in so lately that they may change how they sign in. */
export function isFresh(site: Site, { begun }: SessionFacts): boolean {
  return site.clock.now().getTime() - begun.getTime() < freshSeconds * 1000;
}

/** Who is signed in, or null. Prolongs nothing; without a session cookie it does not even load the library. */
export async function currentStaff(site: Site, request: Request | Headers): Promise<Staff | null> {
  const session = await readSession(site, request, { prolong: false });
  return session?.staff ?? null;
}

/**
 * The session of a request to the desk, or null. Once an hour this moves its end 30 days ahead, in the database
 * and, by the cookies answered, in the browser.
 */
export function openSession(site: Site, request: Request | Headers): Promise<OpenSession | null> {
  return readSession(site, request, { prolong: true });
}

async function readSession(
  site: Site,
  request: Request | Headers,
  { prolong }: { prolong: boolean },
): Promise<OpenSession | null> {
  const cookie = cookieWithSession(site.config, request instanceof Headers ? request : request.headers);
  if (cookie === null) return null;
  const library = await signInLibrary(site);
  const { response, headers } = await library.api.getSession({
    headers: new Headers({ cookie }),
    query: { disableRefresh: !prolong },
    returnHeaders: true,
  });
  if (response === null || response.user.disabledAt) return null;
  const { id, createdAt } = response.session;
  const session = { id, begun: new Date(createdAt) };
  return { staff: asStaff(response.user), session, setCookies: headers.getSetCookie() };
}

/** Ends the request's session; answers the `Set-Cookie` headers that take it from the browser. */
export async function signOut(site: Site, requestHeaders: Headers): Promise<string[]> {
  const cookie = cookieWithSession(site.config, requestHeaders);
  if (cookie === null) return [];
  const library = await signInLibrary(site);
  const { headers } = await library.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true });
  // The library only logs when the session cannot be deleted.
  if ((await currentStaff(site, requestHeaders)) !== null) throw new Error('The session could not be ended.');
  return headers.getSetCookie();
}
