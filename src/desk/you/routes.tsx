import { addPasskey, askForNewPasskey, notFresh } from '../../staff/add-passkey.ts';
import { endOtherSessions, endOwnSession, renameSelf as giveName } from '../../staff/change-own.ts';
import { removePasskey, renamePasskey } from '../../staff/change-passkey.ts';
import { readNewAnswer } from '../../staff/passkey.ts';
import { isFresh } from '../../staff/session.ts';
import { type DeskRoute, youPath } from '../desk-route.ts';
import { field, idPattern, pathId, type Visit, withCookies } from '../visit.ts';
import { askIfSure, isSure } from './last-way-page.tsx';
import { passwordRoutes } from './password-routes.tsx';
import { doneYou, refuseYou, showYou } from './show-you.tsx';

const one = `${youPath}passkeys/:id{${idPattern}}/`;

/** Somebody's own account: nobody reaches another's by these. */
export const youRoutes: DeskRoute[] = [
  { method: 'GET', path: youPath, verb: 'account.change-own', answer: showYou },
  { method: 'POST', path: `${youPath}passkeys/question/`, verb: 'account.change-own', answer: ask },
  { method: 'POST', path: `${youPath}passkeys/`, verb: 'account.change-own', answer: add },
  { method: 'POST', path: `${one}rename/`, verb: 'account.change-own', answer: rename },
  { method: 'POST', path: `${one}remove/`, verb: 'account.change-own', answer: remove },
  { method: 'POST', path: `${youPath}name/`, verb: 'account.change-own', answer: renameSelf },
  { method: 'POST', path: `${youPath}sessions/end-others/`, verb: 'account.change-own', answer: endOthers },
  {
    method: 'POST',
    path: `${youPath}sessions/:id{${idPattern}}/end/`,
    verb: 'account.change-own',
    answer: end,
  },
  ...passwordRoutes,
];

/** For the script: the question as JSON, or why there is none. */
async function ask({ c, site }: Visit): Promise<Response> {
  const asked = await askForNewPasskey(site, c.req.raw.headers);
  if (!asked.ok) return c.json({ sentence: asked.sentence }, 422);
  return withCookies(Response.json(asked.value.options), asked.value.setCookies);
}

async function add(visit: Visit): Promise<Response> {
  const { c, site, staff, form } = visit;
  const given = {
    staffId: staff.id,
    name: field(form, 'name'),
    answer: readNewAnswer(field(form, 'answer')),
  };
  const added = await addPasskey(site, c.req.raw.headers, given);
  return added.ok ? doneYou(visit, 'passkey-added') : refuseYou(visit, added);
}

async function rename(visit: Visit): Promise<Response> {
  const { site, staff, form } = visit;
  const renamed = await renamePasskey(site, staff, { id: pathId(visit), name: field(form, 'name') });
  return renamed.ok ? doneYou(visit, 'passkey-renamed') : refuseYou(visit, renamed);
}

async function remove(visit: Visit): Promise<Response> {
  const { site, staff, session } = visit;
  if (!isFresh(site, session)) return refuseYou(visit, notFresh());
  const removed = await removePasskey(site, staff, { id: pathId(visit), sure: isSure(visit) });
  if (!removed.ok && removed.code === 'last-way') return askIfSure(visit, 'passkey');
  return removed.ok ? doneYou(visit, 'passkey-removed') : refuseYou(visit, removed);
}

async function renameSelf(visit: Visit): Promise<Response> {
  const { site, staff, form } = visit;
  const named = await giveName(site, staff, field(form, 'own-name'));
  return named.ok ? doneYou(visit, 'named') : refuseYou(visit, { ...named, field: 'own-name' });
}

async function end(visit: Visit): Promise<Response> {
  const ended = await endOwnSession(visit.site, visit.staff, pathId(visit));
  return ended.ok ? doneYou(visit, 'session-ended') : refuseYou(visit, ended);
}

async function endOthers(visit: Visit): Promise<Response> {
  const { site, staff, session } = visit;
  const ended = await endOtherSessions(site, staff, session);
  return ended.ok ? doneYou(visit, 'sessions-ended') : refuseYou(visit, ended);
}
