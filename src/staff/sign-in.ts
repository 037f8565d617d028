import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { staffByEmail } from './queries.ts';
import { signOut } from './session.ts';
import { linkSeconds, signInLibrary } from './sign-in-library.ts';
import { unknownStaff } from './staff.ts';

export type SignInLink = { url: string; expiresAt: string };

/**
 * Makes a link that signs a member of staff in, once, within an hour. The database keeps only its hash. Refuses
 * `staff-unknown` and `staff-disabled`: show these to owners, never to somebody who is not signed in.
 */
export async function createSignInLink(site: Site, email: string): Promise<Outcome<SignInLink>> {
  const staff = await staffByEmail(site.store.read, email);
  if (staff === null) return unknownStaff(email);
  if (staff.disabledAt !== null)
    return refuse('staff-disabled', `The account of ${staff.name} (${staff.email}) is disabled.`, 'email');
  const token = await newToken(site, staff.email);
  const expiresAt = new Date(site.clock.now().getTime() + linkSeconds * 1000).toISOString();
  return done({ url: `${site.config.url}/desk/sign-in/?token=${token}`, expiresAt });
}

/** The library hands the token to `sendMagicLink` alone, which passes it on to `receive`. */
async function newToken(site: Site, email: string): Promise<string> {
  const library = await signInLibrary(site);
  const received: string[] = [];
  const metadata = { receive: (token: string) => received.push(token) };
  await library.api.signInMagicLink({ body: { email, metadata }, headers: new Headers() });
  const [token] = received;
  if (token === undefined) throw new Error('The sign-in library made no token.');
  return token;
}

/**
 * Signs in by a link's token and answers the `Set-Cookie` headers of the new session; the session that the
 * request came with, if any, ends. For a POST: a mail scanner that opens the link's page must not use it up.
 * Refuses `link-invalid` and `staff-disabled`.
 */
export async function useSignInLink(
  site: Site,
  token: string,
  requestHeaders: Headers,
): Promise<Outcome<{ setCookies: string[] }>> {
  const library = await signInLibrary(site);
  // Without the request's own headers, so that the session keeps neither network address nor browser.
  const answer = await library.api.magicLinkVerify({
    query: { token },
    headers: new Headers(),
    asResponse: true,
  });
  if (!answer.ok) return refusalOf(answer);
  await signOut(site, requestHeaders);
  return done({ setCookies: answer.headers.getSetCookie() });
}

/** The library refuses by a redirect whose address names the error. */
function refusalOf(answer: Response): Refusal {
  const location = answer.headers.get('location');
  const code = location === null ? null : new URL(location).searchParams.get('error');
  if (code === 'INVALID_TOKEN' || code === 'new_user_signup_disabled')
    return refuse('link-invalid', 'This link has been used, or is more than an hour old. Ask for a new one.');
  if (code === 'failed_to_create_session')
    return refuse('staff-disabled', 'This account is disabled. Ask an owner of the publication.');
  throw new Error(`The sign-in library answered ${answer.status} (${code ?? 'no reason given'}).`);
}
