import { readAnswer } from '../../staff/passkey.ts';
import { signInByPassword } from '../../staff/password/sign-in-password.ts';
import { signOut } from '../../staff/session.ts';
import { useSignInLink } from '../../staff/sign-in.ts';
import { askForPasskey, signInByPasskey } from '../../staff/sign-in-passkey.ts';
import { clientAddress } from '../../web/client-address.ts';
import { type DeskRoute, signInPath, youPath } from '../desk-route.ts';
import { type Call, field, seeOther, show, withCookies } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { SignInPage } from './sign-in-page.tsx';

/** In and out: open to anybody. */
export const signInRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk', verb: 'anybody', answer: (call) => seeOther(call, '/desk/') },
  { method: 'GET', path: signInPath, verb: 'anybody', answer: showSignIn },
  { method: 'POST', path: signInPath, verb: 'anybody', answer: useLink },
  { method: 'POST', path: `${signInPath}passkey/question/`, verb: 'anybody', answer: ask },
  { method: 'POST', path: `${signInPath}passkey/`, verb: 'anybody', answer: usePasskey },
  { method: 'POST', path: `${signInPath}password/`, verb: 'anybody', answer: usePassword },
  { method: 'POST', path: '/desk/sign-out/', verb: 'anybody', answer: leave },
];

/** 256 bits in base64url. */
const wholeToken = /^[\w-]{43}$/;

function showSignIn(call: Call): Response {
  const { c, publication } = call;
  const { signIn: say } = deskWordingFor(publication.locale);
  const given = c.req.query('token') ?? null;
  const token = given !== null && wholeToken.test(given) ? given : null;
  const notice = noticeFor(call);
  const refusal = given !== null && token === null ? say.broken : null;
  return show(call, <SignInPage {...{ publication, token, notice, refusal, goal: goalOf(call) }} />);
}

function noticeFor({ c, publication }: Call): string | null {
  const { signIn: say } = deskWordingFor(publication.locale);
  if (c.req.query('done') === 'signed-out') return say.out;
  return c.req.query('for') === 'you' ? say.onceMore : null;
}

/** Where somebody wants to go once signed in: to their own account, or where the desk begins. Nowhere else. */
function goalOf({ c, form }: Call): 'you' | null {
  return [c.req.query('for'), form.fields.get('for')].includes('you') ? 'you' : null;
}

function enter(call: Call, setCookies: string[]): Response {
  return withCookies(seeOther(call, goalOf(call) === 'you' ? youPath : '/desk/'), setCookies);
}

async function useLink(call: Call): Promise<Response> {
  const { c, site, form } = call;
  const used = await useSignInLink(site, field(form, 'token'), c.req.raw.headers);
  return used.ok ? enter(call, used.value.setCookies) : refuse(call, used);
}

/** For the script: the question as JSON. */
async function ask({ site }: Call): Promise<Response> {
  const { options, setCookies } = await askForPasskey(site);
  return withCookies(Response.json(options), setCookies);
}

async function usePasskey(call: Call): Promise<Response> {
  const { c, site, form } = call;
  const used = await signInByPasskey(site, c.req.raw.headers, readAnswer(field(form, 'answer')));
  return used.ok ? enter(call, used.value.setCookies) : refuse(call, used);
}

async function usePassword(call: Call): Promise<Response> {
  const { c, site, form } = call;
  const used = await signInByPassword(site, c.req.raw.headers, {
    email: field(form, 'email'),
    password: form.fields.get('password') ?? '',
    code: field(form, 'code'),
    address: clientAddress(c, site.config),
  });
  return used.ok ? enter(call, used.value.setCookies) : refuse(call, used);
}

const statuses: Record<string, 410 | 429> = { 'link-invalid': 410, 'tries-many': 429 };

function refuse(call: Call, { code, sentence }: { code: string; sentence: string }): Response {
  const { publication, form } = call;
  const email = field(form, 'email');
  const page = <SignInPage {...{ publication, token: null, refusal: sentence, goal: goalOf(call), email }} />;
  return show(call, page, statuses[code] ?? 422);
}

async function leave(call: Call): Promise<Response> {
  const cookies = await signOut(call.site, call.c.req.raw.headers);
  return withCookies(seeOther(call, `${signInPath}?done=signed-out`), cookies);
}
