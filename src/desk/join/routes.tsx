import type { Refusal } from '../../lib/refusal.ts';
import { acceptInvitation, findInvitation } from '../../staff/invitations/accept-invitation.ts';
import { type DeskRoute, youPath } from '../desk-route.ts';
import { type Call, field, seeOther, show, withCookies } from '../visit.ts';
import { JoinPage } from './join-page.tsx';

/** Where an invitation leads. */
export const joinPath = '/desk/join/';

/** Joining the staff by an invitation: open to whoever holds its link. */
export const joinRoutes: DeskRoute[] = [
  { method: 'GET', path: joinPath, verb: 'anybody', answer: showInvitation },
  { method: 'POST', path: joinPath, verb: 'anybody', answer: accept },
];

async function showInvitation(call: Call): Promise<Response> {
  const { c, site, publication } = call;
  const token = c.req.query('token') ?? '';
  const found = await findInvitation(site, site.store.read, token);
  if (!found.ok) return refuse(call, found);
  return show(
    call,
    <JoinPage publication={publication} invitation={{ ...found.value, token }} refusal={null} />,
  );
}

async function accept(call: Call): Promise<Response> {
  const { c, site, form } = call;
  const joined = await acceptInvitation(site, field(form, 'token'), c.req.raw.headers);
  if (!joined.ok) return refuse(call, joined);
  return withCookies(seeOther(call, `${youPath}?done=joined`), joined.value.setCookies);
}

/** A link that leads nowhere any more is gone (RFC 9110, 15.5.11). */
function refuse(call: Call, { code, sentence }: Refusal): Response {
  const page = <JoinPage publication={call.publication} invitation={null} refusal={sentence} />;
  return show(call, page, code.startsWith('invitation-') ? 410 : 409);
}
