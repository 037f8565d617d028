import type { Refusal } from '../../lib/refusal.ts';
import { notFresh } from '../../staff/add-passkey.ts';
import { passwordHash } from '../../staff/password/queries.ts';
import {
  authenticatorToSetUp,
  removePassword,
  renewRecoveryCodes,
  setPassword,
  startAuthenticator,
} from '../../staff/password/set-password.ts';
import { isFresh } from '../../staff/session.ts';
import { type DeskRoute, youPath } from '../desk-route.ts';
import { field, seeOther, show, type Visit } from '../visit.ts';
import { askIfSure, isSure } from './last-way-page.tsx';
import { PasswordPage, RecoveryCodesPage } from './password-page.tsx';
import { doneYou, refuseYou } from './show-you.tsx';

/** Somebody's own password, authenticator and recovery codes: only for whoever has signed in lately. */
export const passwordRoutes: DeskRoute[] = [
  { method: 'GET', path: `${youPath}password/`, verb: 'account.change-own', answer: fresh(showPassword) },
  { method: 'POST', path: `${youPath}authenticator/`, verb: 'account.change-own', answer: fresh(begin) },
  { method: 'POST', path: `${youPath}password/`, verb: 'account.change-own', answer: fresh(change) },
  { method: 'POST', path: `${youPath}password/remove/`, verb: 'account.change-own', answer: fresh(remove) },
  {
    method: 'POST',
    path: `${youPath}recovery-codes/`,
    verb: 'account.change-own',
    answer: fresh(renewCodes),
  },
];

function fresh(answer: (visit: Visit) => Promise<Response>): (visit: Visit) => Promise<Response> {
  return async (visit) => (isFresh(visit.site, visit.session) ? answer(visit) : refuseYou(visit, notFresh()));
}

function showPassword(visit: Visit): Promise<Response> {
  return page(visit, null);
}

async function page(visit: Visit, refusal: Refusal | null): Promise<Response> {
  const { site, staff, desk } = visit;
  const password = {
    authenticator: await authenticatorToSetUp(site, staff),
    hasPassword: (await passwordHash(site.store.read, staff.id)) !== null,
    email: staff.email,
    refusal,
  };
  return show(visit, <PasswordPage desk={desk} password={password} />, refusal === null ? 200 : 422);
}

async function begin(visit: Visit): Promise<Response> {
  await startAuthenticator(visit.site, visit.staff.id);
  return seeOther(visit, `${youPath}password/`);
}

async function change(visit: Visit): Promise<Response> {
  const { site, staff, session, desk, form } = visit;
  const given = { password: form.fields.get('password') ?? '', code: field(form, 'code') };
  const set = await setPassword(site, { staff, session }, given);
  if (!set.ok) return page(visit, set);
  const { recoveryCodes } = set.value;
  if (recoveryCodes === null) return doneYou(visit, 'password-set');
  return show(visit, <RecoveryCodesPage desk={desk} codes={recoveryCodes} />);
}

async function remove(visit: Visit): Promise<Response> {
  const removed = await removePassword(visit.site, visit.staff, { sure: isSure(visit) });
  if (!removed.ok && removed.code === 'last-way') return askIfSure(visit, 'password');
  return removed.ok ? doneYou(visit, 'password-removed') : refuseYou(visit, removed);
}

async function renewCodes(visit: Visit): Promise<Response> {
  const renewed = await renewRecoveryCodes(visit.site, visit.staff);
  if (!renewed.ok) return refuseYou(visit, renewed);
  return show(visit, <RecoveryCodesPage desk={visit.desk} codes={renewed.value} />);
}
