import type { Handler } from 'hono';
import { countClaimsDue, todayOf } from '../articles/claims/queries.ts';
import { stageOf } from '../articles/queries.ts';
import { countWaiting } from '../moderation/waiting/queries.ts';
import { everything, kindsFor } from '../moderation/waiting/waiting.ts';
import { readPublication } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { may, mayOn } from '../staff/permissions.ts';
import { isFresh, openSession } from '../staff/session.ts';
import type { Staff } from '../staff/staff.ts';
import { type DeskRoute, isArticleRoute, type SignedInRoute, signInPath } from './desk-route.ts';
import { DoorPage } from './frame/door-page.tsx';
import { KeptWords } from './frame/kept-words.tsx';
import { MessagePage } from './frame/message-page.tsx';
import { readSent } from './read-sent.tsx';
import { carry } from './step-up/carried.ts';
import { StepUpPage } from './step-up/step-up-page.tsx';
import { type Call, type DeskView, pathId, seeOther, show, type Visit, withCookies } from './visit.ts';
import { deskWordingFor } from './wording.ts';

/**
 * The one gate of the desk: opens the session, reads what was sent (of strangers only a little), looks again whether
 * the session still stands, which it may not when that took long, asks whether the role may do what the route's verb
 * says, and only then lets the route answer.
 */
export function admit(site: Site, route: DeskRoute): Handler {
  return async (c) => {
    const opened = route.verb === 'anybody' ? null : await openSession(site, c.req.raw);
    const asked = { c, site, publication: await readPublication(site) };
    const call = await readSent(asked, { route, staff: opened?.staff ?? null });
    if (call instanceof Response) return call;
    try {
      const session = c.req.method === 'POST' ? await stillOpen(site, c.req.raw, opened) : opened;
      return await (route.verb === 'anybody' ? route.answer(call) : admitStaff(call, { route, session }));
    } finally {
      await call.sent?.dispose();
    }
  };
}

type Session = Awaited<ReturnType<typeof openSession>>;

/** The session as it is now, with the cookies that it was opened with. */
async function stillOpen(site: Site, request: Request, opened: Session): Promise<Session> {
  const now = opened && (await openSession(site, request));
  return now && { ...now, setCookies: [...opened.setCookies, ...now.setCookies] };
}

type Admitted = { route: SignedInRoute; session: Session };

async function admitStaff(call: Call, { route, session }: Admitted): Promise<Response> {
  if (session === null) return turnAway(call);
  const { staff } = session;
  const visit = { ...call, staff, session: session.session, desk: await viewFor(call, staff) };
  return withCookies(await answer(visit, route), session.setCookies);
}

/** What is there is told only to whoever may see some article: 403 before 404. */
async function answer(visit: Visit, route: SignedInRoute): Promise<Response> {
  const { role } = visit.staff;
  if (!isArticleRoute(route)) {
    if (!may(role, route.verb)) return forbid(visit);
    return route.fresh && !isFresh(visit.site, visit.session) ? askOnceMore(visit) : route.answer(visit);
  }
  const id = pathId(visit);
  const stage = await stageOf(visit.site.store.read, id);
  if (stage === null) return may(role, 'article.write') ? missing(visit) : forbid(visit);
  return mayOn(role, route.verb, stage) ? route.answer({ ...visit, id, stage }) : forbid(visit);
}

async function viewFor({ site, publication }: Call, staff: Staff): Promise<DeskView> {
  const kinds = kindsFor(staff.role);
  const waiting =
    kinds.length === 0
      ? null
      : await countWaiting(site.store.read, {
          filter: everything,
          kinds,
          now: site.clock.now().toISOString(),
        });
  const writes = may(staff.role, 'article.write');
  const claimsDue = writes ? await countClaimsDue(site.store.read, await todayOf(site)) : null;
  const openCases = kinds.includes('case') ? (waiting?.case ?? null) : null;
  const openReviews = kinds.includes('review') ? (waiting?.review ?? null) : null;
  const who = { id: staff.id, name: staff.name, role: staff.role };
  const counts = { waiting, claimsDue, openCases, openReviews };
  return { publication, staff: who, ...counts, now: site.clock.now() };
}

/** Nothing is done before they have signed in once more (OWASP ASVS 5.0, 7.5.3); what they sent goes along. */
function askOnceMore(visit: Visit): Response {
  const { c, publication, staff, form } = visit;
  const carried = carry(new URL(c.req.url).pathname, form);
  return show(visit, <StepUpPage {...{ publication, carried, email: staff.email }} />, 401);
}

/** Reading leads to the sign-in page; what was sent is not done, and shown so that no word is lost. */
function turnAway(call: Call): Response {
  if (call.c.req.method === 'GET' || call.c.req.method === 'HEAD') return seeOther(call, signInPath);
  const { publication, form } = call;
  const { 401: say } = deskWordingFor(publication.locale).away;
  return show(
    call,
    <DoorPage publication={publication} title={say.heading}>
      <p role="alert">{say.sentence}</p>
      <p>
        <a href={signInPath}>{say.link}</a>
      </p>
      <KeptWords locale={publication.locale} form={form} />
    </DoorPage>,
    401,
  );
}

function forbid(visit: Visit): Response {
  const { desk, form } = visit;
  const { 403: say } = deskWordingFor(desk.publication.locale).away;
  return show(
    visit,
    <MessagePage desk={desk} heading={say.heading} sentence={say.sentence(desk.staff.role)} form={form} />,
    403,
  );
}

/** Answers 404, with every word that was sent. */
export function missing(visit: Visit): Response {
  const { desk, form } = visit;
  const { heading, sentence } = deskWordingFor(desk.publication.locale).away[404];
  return show(visit, <MessagePage {...{ desk, heading, sentence, form }} />, 404);
}
