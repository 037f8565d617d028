import type { Outcome, Refusal } from '../../lib/refusal.ts';
import { changeRole } from '../../staff/change-role.ts';
import { disableStaff } from '../../staff/disable-staff.ts';
import { type Invited, invite } from '../../staff/invitations/invite.ts';
import { openInvitations } from '../../staff/invitations/queries.ts';
import { renewInvitation, withdrawInvitation } from '../../staff/invitations/renew-invitation.ts';
import { endSessionsOf, makeSignInLink } from '../../staff/make-sign-in-link.ts';
import type { Manager } from '../../staff/manager.ts';
import { staffById } from '../../staff/queries.ts';
import { readRoster } from '../../staff/roster.ts';
import { type DeskRoute, staffPath } from '../desk-route.ts';
import { field, idPattern, pathId, seeOther, show, type Visit } from '../visit.ts';
import { StaffPage, type StaffView } from './staff-page.tsx';

const member = `${staffPath}:id{${idPattern}}/`;
const invitations = `${staffPath}invitations/`;
const invitation = `${invitations}:id{${idPattern}}/`;

/** Who is on the staff: for owners alone. */
export const staffRoutes: DeskRoute[] = [
  { method: 'GET', path: staffPath, verb: 'staff.manage', answer: (visit) => page(visit, {}) },
  { method: 'POST', path: invitations, verb: 'staff.manage', fresh: true, answer: inviteSomebody },
  { method: 'POST', path: `${invitation}renew/`, verb: 'staff.manage', fresh: true, answer: renew },
  { method: 'POST', path: `${invitation}withdraw/`, verb: 'staff.manage', answer: withdraw },
  { method: 'POST', path: `${member}role/`, verb: 'staff.manage', fresh: true, answer: giveRole },
  { method: 'POST', path: `${member}link/`, verb: 'staff.manage', fresh: true, answer: makeLink },
  { method: 'POST', path: `${member}end-sessions/`, verb: 'staff.manage', answer: endSessions },
  { method: 'POST', path: `${member}close/`, verb: 'staff.manage', fresh: true, answer: close },
];

const manager = ({ staff }: Visit): Manager => ({ staffId: staff.id });

async function page(
  visit: Visit,
  { refusal = null, link = null }: Partial<Pick<StaffView, 'refusal' | 'link'>>,
): Promise<Response> {
  const { c, site, staff: reader, desk, form } = visit;
  const staff: StaffView = {
    members: await readRoster(site.store.read, desk.now),
    invitations: await openInvitations(site.store.read),
    reader: reader.id,
    done: c.req.query('done') ?? null,
    ...{ refusal, link },
    typed: (name) => (refusal === null ? '' : field(form, name)),
  };
  return show(visit, <StaffPage desk={desk} staff={staff} />, statusOf(refusal));
}

function statusOf(refusal: Refusal | null) {
  if (refusal === null) return 200;
  if (refusal.code.endsWith('-unknown') && refusal.code !== 'role-unknown') return 404;
  return refusal.field === undefined ? 409 : 422;
}

/** Back to the page, which tells what was done; or the page with the refusal and everything typed. */
function answer(visit: Visit, outcome: Outcome<unknown>, code: string): Promise<Response> | Response {
  return outcome.ok ? seeOther(visit, `${staffPath}?done=${code}`) : page(visit, { refusal: outcome });
}

async function inviteSomebody(visit: Visit): Promise<Response> {
  const { site, form } = visit;
  const input = { name: field(form, 'name'), email: field(form, 'email'), role: field(form, 'role') };
  return withLink(visit, await invite(site, manager(visit), input));
}

async function renew(visit: Visit): Promise<Response> {
  return withLink(visit, await renewInvitation(visit.site, manager(visit), pathId(visit)));
}

/** The link is shown in the answer itself: nothing keeps it. */
function withLink(visit: Visit, invited: Outcome<Invited>): Promise<Response> {
  if (!invited.ok) return page(visit, { refusal: invited });
  const { invitation: made, link, byLetter } = invited.value;
  return page(visit, { link: { name: made.name, letter: byLetter ? 'waiting' : 'none', ...link } });
}

async function withdraw(visit: Visit): Promise<Response> {
  return answer(visit, await withdrawInvitation(visit.site, manager(visit), pathId(visit)), 'withdrawn');
}

async function giveRole(visit: Visit): Promise<Response> {
  const given = { id: pathId(visit), role: field(visit.form, 'role') };
  return answer(visit, await changeRole(visit.site, manager(visit), given), 'role');
}

async function makeLink(visit: Visit): Promise<Response> {
  const made = await makeSignInLink(visit.site, { by: manager(visit), id: pathId(visit) });
  if (!made.ok) return page(visit, { refusal: made });
  return page(visit, { link: { name: made.value.staff.name, letter: null, ...made.value.link } });
}

async function endSessions(visit: Visit): Promise<Response> {
  return answer(visit, await endSessionsOf(visit.site, { by: manager(visit), id: pathId(visit) }), 'ended');
}

async function close(visit: Visit): Promise<Response> {
  const staff = await staffById(visit.site.store.read, pathId(visit));
  return answer(visit, await disableStaff(visit.site, staff?.email ?? '', manager(visit)), 'closed');
}
