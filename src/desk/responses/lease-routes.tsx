import { openHeld } from '../../moderation/lease.ts';
import type { DeskRoute } from '../desk-route.ts';
import { idPattern, pathId, seeOther, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { isFromThread, onePath } from './back.ts';
import { pageItCameFrom } from './came-from.ts';
import { asksByScript } from './script-answer.tsx';

/** That somebody has a held response open: told to the others, and in nobody’s way. */
export const leaseRoutes: DeskRoute[] = [
  { method: 'POST', path: `/desk/queue/:id{${idPattern}}/open/`, verb: 'comment.decide', answer: open },
];

async function open(visit: Visit): Promise<Response> {
  const { site, staff, desk, c } = visit;
  const id = pathId(visit);
  const other = await openHeld(site, { id, staffId: staff.id });
  if (!asksByScript(visit)) return seeOther(visit, isFromThread(visit) ? onePath(id) : pageItCameFrom(visit));
  const { together: say } = deskWordingFor(desk.publication.locale);
  return c.json({ sentence: other === null ? '' : say.openBy(other), html: null });
}
