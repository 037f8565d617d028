import { forgetView, keepView } from '../../moderation/own-views.ts';
import type { DeskRoute } from '../desk-route.ts';
import { MessagePage } from '../frame/message-page.tsx';
import { field, idPattern, pathId, seeOther, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { queueAddress } from './queue-address.ts';
import { filterIn } from './queue-filter.ts';

const method = 'POST';
const verb = 'comment.decide';

/** How somebody wants the queue narrowed, by names of theirs. */
export const viewRoutes: DeskRoute[] = [
  { method, path: '/desk/queue/view/', verb, answer: keep },
  { method, path: `/desk/queue/view/:id{${idPattern}}/forget/`, verb, answer: forget },
];

async function keep(visit: Visit): Promise<Response> {
  const { site, staff, desk, form } = visit;
  const address = queueAddress(filterIn(new URLSearchParams(field(form, 'view'))));
  const view = { staffId: staff.id, name: field(form, 'name'), query: address.split('?')[1] ?? '' };
  const kept = await keepView(site, view);
  if (kept.ok) return seeOther(visit, address);
  const { heading } = deskWordingFor(desk.publication.locale).away[422];
  return show(visit, <MessagePage {...{ desk, heading, sentence: kept.sentence, form }} />, 422);
}

async function forget(visit: Visit): Promise<Response> {
  await forgetView(visit.site, { id: pathId(visit), staffId: visit.staff.id });
  return seeOther(visit, '/desk/queue/');
}
