import { readAnswer } from '../../staff/passkey.ts';
import { signInByPassword } from '../../staff/password/sign-in-password.ts';
import { signOut } from '../../staff/session.ts';
import { useSignInLink } from '../../staff/sign-in.ts';
import { askForPasskey, signInByPasskey } from '../../staff/sign-in-passkey.ts';
import { clientAddress } from '../../web/client-address.ts';
import { type DeskRoute, signInPath, youPath } from '../desk-route.ts';
import { carriedBy } from '../step-up/carried.ts';
import { GoOnPage } from '../step-up/go-on-page.tsx';
import { type Call, field, seeOther, show, withCookies } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { letterRoutes } from './letter-routes.tsx';
import { goalOf, refuseSignIn } from './refuse-sign-in.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** In and out: open to anybody. */
export const signInRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk', verb: 'anybody', answer: (call) => seeOther(call, '/desk/') },
  { method: 'GET', path: signInPath, verb: 'anybody', answer: showSignIn },
  { method: 'POST', path: signInPath, verb: 'anybody', answer: useLink },
  { method: 'POST', path: `${signInPath}passkey/question/`, verb: 'anybody', answer: ask },
  { method: 'POST', path: `${signInPath}passkey/`, verb: 'anybody', answer: usePasskey },
  { method: 'POST', path: `${signInPath}password/`, verb: 'anybody', answer: usePassword },
  ...letterRoutes,
  { method: 'POST', path: '/desk/sign-out/', verb: 'anybody', answer: leave },
];

/** 256 bits in base64url. */
const wholeToken = /^[\w-]{43}$/;

function showSignIn(call: Call): Response {
  const { c, site, publication } = call;
  const { signIn: say } = deskWordingFor(publication.locale);
  const given = c.req.query('token') ?? null;
  const token = given !== null && wholeToken.test(given) ? given : null;
  const notice = noticeFor(call);
  const broken = given !== null && token === null;
  const refusal = broken ? ({ ok: false, code: 'link-broken', sentence: say.broken } as const) : null;
  const letters = site.mail !== null;
  return show(call, <SignInPage {...{ publication, token, notice, refusal, letters, goal: goalOf(call) }} />);
}

function noticeFor({ c, publication }: Call): string | null {
  const { signIn: say } = deskWordingFor(publication.locale);
  if (c.req.query('done') === 'signed-out') return say.out;
  if (c.req.query('done') === 'link-asked') return say.linkAsked;
  return c.req.query('for') === 'you' ? say.onceMore : null;
}

function enter(call: Call, setCookies: string[]): Response {
  const { publication, form } = call;
  const carried = carriedBy(form);
  if (carried !== null)
    return withCookies(show(call, <GoOnPage {...{ publication, carried }} />), setCookies);
  return withCookies(seeOther(call, goalOf(call) === 'you' ? youPath : '/desk/'), setCookies);
}

async function useLink(call: Call): Promise<Response> {
  const { c, site, form } = call;
  const used = await useSignInLink(site, field(form, 'token'), c.req.raw.headers);
  return used.ok ? enter(call, used.value.setCookies) : refuseSignIn(call, used);
}

/** For the script: the question as JSON. */
async function ask({ site }: Call): Promise<Response> {
  const { options, setCookies } = await askForPasskey(site);
  return withCookies(Response.json(options), setCookies);
}

async function usePasskey(call: Call): Promise<Response> {
  const { c, site, form } = call;
  const used = await signInByPasskey(site, c.req.raw.headers, readAnswer(field(form, 'answer')));
  return used.ok ? enter(call, used.value.setCookies) : refuseSignIn(call, used);
}

async function usePassword(call: Call): Promise<Response> {
  const { c, site, form } = call;
  const used = await signInByPassword(site, c.req.raw.headers, {
    email: field(form, 'email'),
    password: form.fields.get('password') ?? '',
    code: field(form, 'code'),
    address: clientAddress(c, site.config),
  });
  return used.ok ? enter(call, used.value.setCookies) : refuseSignIn(call, used);
}

async function leave(call: Call): Promise<Response> {
  const cookies = await signOut(call.site, call.c.req.raw.headers);
  return withCookies(seeOther(call, `${signInPath}?done=signed-out`), cookies);
}
