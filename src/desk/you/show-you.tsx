import type { Refusal } from '../../lib/refusal.ts';
import { passwordHash, recoveryCodesLeft } from '../../staff/password/queries.ts';
import { passkeysOf, sessionsOf } from '../../staff/queries.ts';
import { isFresh } from '../../staff/session.ts';
import { signInPath, youPath } from '../desk-route.ts';
import { field, seeOther, show, type Visit } from '../visit.ts';
import { YouPage, type YouView } from './you-page.tsx';

/** The page of one's own account, with what became of the last thing sent. */
export async function showYou(visit: Visit): Promise<Response> {
  const you = await viewOf(visit, null);
  return show(visit, <YouPage desk={visit.desk} you={you} />);
}

/** The same after a refusal: 422, with everything typed; to signing in once more, where that is what is missing. */
export async function refuseYou(visit: Visit, refusal: Refusal): Promise<Response> {
  if (refusal.code === 'not-fresh') return seeOther(visit, `${signInPath}?for=you`);
  const you = await viewOf(visit, refusal);
  const status = refusal.code.endsWith('-unknown') ? 404 : 422;
  return show(visit, <YouPage desk={visit.desk} you={you} />, status);
}

/** Back to the page, which tells what was done. */
export function doneYou(visit: Visit, code: string): Response {
  return seeOther(visit, `${youPath}?done=${code}`);
}

async function viewOf(visit: Visit, refusal: Refusal | null): Promise<YouView> {
  const { c, site, staff, session, form } = visit;
  const db = site.store.read;
  return {
    email: staff.email,
    passkeys: await passkeysOf(db, staff.id),
    hasPassword: (await passwordHash(db, staff.id)) !== null,
    codesLeft: await recoveryCodesLeft(db, staff.id),
    sessions: await sessionsOf(db, { staffId: staff.id, now: site.clock.now() }),
    current: session.id,
    fresh: isFresh(site, session),
    done: c.req.query('done') ?? null,
    refusal,
    typed: (name) => (refusal === null ? '' : field(form, name)),
  };
}
