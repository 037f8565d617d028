import { refuse } from '../../lib/refusal.ts';
import { noteComment } from '../../moderation/note-comment.ts';
import type { DeskRoute } from '../desk-route.ts';
import { MessagePage } from '../frame/message-page.tsx';
import { actingAs, field, idPattern, pathId, seeOther, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { isFromThread, toldAt } from './back.ts';
import { pageItCameFrom } from './came-from.ts';
import { statusOf } from './script-answer.tsx';

/** What staff note of a response and its writer. */
export const noteRoutes: DeskRoute[] = [
  { method: 'POST', path: `/desk/queue/:id{${idPattern}}/note/`, verb: 'comment.decide', answer: note },
];

async function note(visit: Visit): Promise<Response> {
  const { site, desk, form } = visit;
  const id = pathId(visit);
  const text = field(form, 'note');
  const noted =
    form.fault === null
      ? await noteComment(site, { id, moderator: actingAs(visit), text })
      : refuse('no-note', form.fault, 'note');
  if (noted.ok)
    return seeOther(
      visit,
      isFromThread(visit) ? toldAt(visit, 'noted') : pageItCameFrom(visit, { noted: id }),
    );
  const status = statusOf(noted);
  const { heading } = deskWordingFor(desk.publication.locale).away[status];
  return show(visit, <MessagePage {...{ desk, heading, sentence: noted.sentence, form }} />, status);
}
