import type { Refusal } from '../../lib/refusal.ts';
import { askForLink } from '../../staff/letter-link/ask-for-link.ts';
import { findLetterLink, useLetterLink } from '../../staff/letter-link/use-letter-link.ts';
import { clientAddress } from '../../web/client-address.ts';
import { type DeskRoute, signInPath } from '../desk-route.ts';
import { DoorPage } from '../frame/door-page.tsx';
import { type Call, field, seeOther, show, withCookies } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { askPath, letterPath, UseLetterForm } from './letter-form.tsx';
import { refuseSignIn } from './refuse-sign-in.tsx';

/** Signing in by a link that comes by mail: asking for one, and using it. */
export const letterRoutes: DeskRoute[] = [
  { method: 'POST', path: askPath, verb: 'anybody', answer: ask },
  { method: 'GET', path: letterPath, verb: 'anybody', answer: showLink },
  { method: 'POST', path: letterPath, verb: 'anybody', answer: useLink },
];

async function ask(call: Call): Promise<Response> {
  const { c, site, form } = call;
  const address = clientAddress(c, site.config);
  const asked = await askForLink(site, { email: field(form, 'email'), address });
  return asked.ok ? seeOther(call, `${signInPath}?done=link-asked`) : refuseSignIn(call, asked);
}

function showLink(call: Call): Promise<Response> {
  return page(call, { token: call.c.req.query('token') ?? '', refusal: null });
}

async function useLink(call: Call): Promise<Response> {
  const { c, site, form } = call;
  const given = { token: field(form, 'token'), code: field(form, 'code') };
  const used = await useLetterLink(site, given, c.req.raw.headers);
  if (used.ok) return withCookies(seeOther(call, '/desk/'), used.value.setCookies);
  return used.code === 'code-wrong'
    ? page(call, { token: given.token, refusal: used })
    : refuseSignIn(call, used);
}

type Shown = { token: string; refusal: Refusal | null };

async function page(call: Call, { token, refusal }: Shown): Promise<Response> {
  const { site, publication } = call;
  const found = await findLetterLink(site, token);
  if (!found.ok) return refuseSignIn(call, found);
  const { signIn: say } = deskWordingFor(publication.locale);
  const { needsCode } = found.value;
  const why = refusal?.sentence ?? null;
  return show(
    call,
    <DoorPage publication={publication} title={refusal === null ? say.heading : say.refused}>
      {why !== null && <p role="alert">{why}</p>}
      <UseLetterForm {...{ locale: publication.locale, token, needsCode, why }} />
    </DoorPage>,
    refusal === null ? 200 : 422,
  );
}
