import { pageSize } from '../../comments/comment.ts';
import { may } from '../../staff/permissions.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { idPattern, pathId, queryNumber, show, type Visit } from '../visit.ts';
import { backToThread, onePath } from './back.ts';
import { lateOnes, readOne } from './one-response.ts';
import { OneResponsePage } from './one-response-page.tsx';
import { threadAtDesk } from './queries.ts';
import { asksByScript } from './script-answer.tsx';
import { ThreadControls, ThreadLine, WaitingLine } from './thread-controls.tsx';

const method = 'GET';
const verb = 'comment.decide';

/** One response with every decision that it has, and what the script of a thread shows to whoever decides. */
export const oneRoutes: DeskRoute[] = [
  { method, path: onePath(`:id{${idPattern}}`), verb, answer: showOne },
  { method, path: '/desk/thread/', verb, answer: answerThread },
];

async function showOne(visit: Visit): Promise<Response> {
  const { desk, c } = visit;
  const one = await readOne(visit, pathId(visit));
  if (one === null) return missing(visit);
  if (asksByScript(visit))
    return c.json({ sentence: '', html: String(<ThreadControls desk={desk} one={one} />) });
  const asked = c.req.query('done');
  const did = asked === 'decided' || asked === 'noted' ? asked : null;
  const late = await lateOnes(visit);
  return show(visit, <OneResponsePage {...{ desk, one, did, late }} back={backToThread} />);
}

/** For the script of a thread: a line for each response of a page, and how many wait. No words of anybody. */
async function answerThread(visit: Visit): Promise<Response> {
  const { c, site, desk, staff } = visit;
  const path = c.req.query('article') ?? '';
  const from = queryNumber(visit, 'from') ?? 1;
  const to = Math.min(queryNumber(visit, 'to') ?? from, from + pageSize - 1);
  const thread = await threadAtDesk(site.store.read, { path, from, to });
  if (thread === null) return missing(visit);
  const { locale } = desk.publication;
  const manages = may(staff.role, 'case.manage');
  const line = <WaitingLine {...{ locale, articleId: thread.articleId, waits: thread.waits }} />;
  return c.json({
    html: thread.waits === 0 ? null : String(line),
    responses: thread.responses.map((each) => {
      const response = manages ? each : { ...each, cases: 0 };
      return { number: each.number, html: String(<ThreadLine {...{ locale, response }} />) };
    }),
  });
}
