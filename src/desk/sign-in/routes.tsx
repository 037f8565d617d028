import { signOut } from '../../staff/session.ts';
import { useSignInLink } from '../../staff/sign-in.ts';
import { type DeskRoute, signInPath } from '../desk-route.ts';
import { type Call, field, seeOther, show } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { SignInPage } from './sign-in-page.tsx';

/** In and out: open to anybody. */
export const signInRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk', verb: 'anybody', answer: (call) => seeOther(call, '/desk/') },
  { method: 'GET', path: signInPath, verb: 'anybody', answer: showSignIn },
  { method: 'POST', path: signInPath, verb: 'anybody', answer: signIn },
  { method: 'POST', path: '/desk/sign-out/', verb: 'anybody', answer: leave },
];

/** 256 bits in base64url. */
const wholeToken = /^[\w-]{43}$/;

function showSignIn(call: Call): Response {
  const { c, publication } = call;
  const { signIn: say } = deskWordingFor(publication.locale);
  const given = c.req.query('token') ?? null;
  const token = given !== null && wholeToken.test(given) ? given : null;
  const notice = c.req.query('done') === 'signed-out' ? say.out : null;
  const refusal = given !== null && token === null ? say.broken : null;
  return show(call, <SignInPage {...{ publication, token, notice, refusal }} />);
}

async function signIn(call: Call): Promise<Response> {
  const { c, site, publication, form } = call;
  const used = await useSignInLink(site, field(form, 'token'), c.req.raw.headers);
  if (used.ok) return withCookies(seeOther(call, '/desk/'), used.value.setCookies);
  const page = <SignInPage {...{ publication, token: null, refusal: used.sentence }} />;
  return show(call, page, used.code === 'link-invalid' ? 410 : 422);
}

async function leave(call: Call): Promise<Response> {
  const cookies = await signOut(call.site, call.c.req.raw.headers);
  return withCookies(seeOther(call, `${signInPath}?done=signed-out`), cookies);
}

function withCookies(response: Response, cookies: string[]): Response {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}
