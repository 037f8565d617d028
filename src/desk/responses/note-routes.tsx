import { noteComment } from '../../moderation/note-comment.ts';
import type { DeskRoute } from '../desk-route.ts';
import { MessagePage } from '../frame/message-page.tsx';
import { actingAs, field, idPattern, isId, pathId, seeOther, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { queueAddress } from './queue-page.tsx';
import { statusOf } from './script-answer.tsx';

/** What staff note of a response and its writer. */
export const noteRoutes: DeskRoute[] = [
  { method: 'POST', path: `/desk/queue/:id{${idPattern}}/note/`, verb: 'comment.decide', answer: note },
];

async function note(visit: Visit): Promise<Response> {
  const { site, desk, form } = visit;
  const id = pathId(visit);
  const text = field(form, 'note');
  const noted = await noteComment(site, { id, moderator: actingAs(visit), text });
  if (noted.ok) return seeOther(visit, cameFrom(visit, id));
  const status = statusOf(noted);
  const { heading } = deskWordingFor(desk.publication.locale).away[status];
  return show(visit, <MessagePage {...{ desk, heading, sentence: noted.sentence, form }} />, status);
}

/** The page of the queue on which the note was written, at the response. */
function cameFrom({ c, site }: Visit, id: string): string {
  const from = URL.parse(c.req.header('referer') ?? '', site.config.url)?.searchParams;
  const page = from?.get('page') ?? '';
  const article = from?.get('article') ?? '';
  const address = queueAddress({
    articleId: isId(article) ? article : null,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  });
  return `${address}${address.includes('?') ? '&' : '?'}noted=${id}#response-${id}`;
}
