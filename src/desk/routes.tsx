import type { Web } from '../web/site-app.ts';
import { admit } from './admit.tsx';
import { articleResponseRoutes } from './article-responses/routes.tsx';
import { articleRoutes } from './articles/routes.tsx';
import { attributionRoutes } from './attributions/routes.tsx';
import { bylineRoutes } from './bylines/routes.tsx';
import { caseRoutes } from './cases/routes.tsx';
import { claimRoutes } from './claims/routes.tsx';
import { correctionRoutes } from './corrections/routes.tsx';
import type { DeskRoute } from './desk-route.ts';
import { filterRoutes } from './filters/routes.tsx';
import { MessagePage } from './frame/message-page.tsx';
import { homeRoutes } from './home/routes.tsx';
import { jobRoutes } from './jobs/routes.tsx';
import { joinRoutes } from './join/routes.tsx';
import { linkRoutes } from './links/routes.tsx';
import { menuRoutes } from './menu/routes.tsx';
import { peopleRoutes } from './people/routes.tsx';
import { pictureRoutes } from './pictures/routes.tsx';
import { tokenRoutes } from './programs/token-routes.tsx';
import { webhookRoutes } from './programs/webhook-routes.tsx';
import { publishingRoutes } from './publishing/routes.tsx';
import { recordRoutes } from './record/routes.tsx';
import { respondRoutes } from './respond/routes.tsx';
import { arrivedRoutes } from './responses/arrived-routes.ts';
import { decisionRoutes } from './responses/decision-routes.tsx';
import { leaseRoutes } from './responses/lease-routes.tsx';
import { manyRoutes } from './responses/many-routes.tsx';
import { noteRoutes } from './responses/note-routes.tsx';
import { oneRoutes } from './responses/one-routes.tsx';
import { queueRoutes } from './responses/queue-routes.tsx';
import { responseRoutes } from './responses/routes.tsx';
import { viewRoutes } from './responses/view-routes.tsx';
import { wordsRoutes } from './responses/words-routes.tsx';
import { reviewRoutes } from './reviews/routes.tsx';
import { seriesRoutes } from './series/routes.tsx';
import { settingsRoutes } from './settings/routes.tsx';
import { signInRoutes } from './sign-in/routes.tsx';
import { staffRoutes } from './staff/routes.tsx';
import { pageRoutes } from './static-pages/routes.tsx';
import { suspensionRoutes } from './suspensions/routes.tsx';
import { tagRoutes } from './tags/routes.tsx';
import { tellingRoutes } from './telling/routes.tsx';
import { show, type Visit } from './visit.ts';
import { deskWordingFor } from './wording.ts';
import { youRoutes } from './you/routes.tsx';

/** Every route of the desk with the permission that it needs. There is no way in beside this table. */
export const deskRoutes: readonly DeskRoute[] = [
  ...signInRoutes,
  ...homeRoutes,
  ...jobRoutes,
  ...queueRoutes,
  ...arrivedRoutes,
  ...decisionRoutes,
  ...manyRoutes,
  ...noteRoutes,
  ...leaseRoutes,
  ...responseRoutes,
  ...oneRoutes,
  ...wordsRoutes,
  ...viewRoutes,
  ...tellingRoutes,
  ...peopleRoutes,
  ...caseRoutes,
  ...reviewRoutes,
  ...suspensionRoutes,
  ...articleRoutes,
  ...articleResponseRoutes,
  ...bylineRoutes,
  ...correctionRoutes,
  ...claimRoutes,
  ...attributionRoutes,
  ...respondRoutes,
  ...publishingRoutes,
  ...tagRoutes,
  ...seriesRoutes,
  ...pageRoutes,
  ...menuRoutes,
  ...pictureRoutes,
  ...recordRoutes,
  ...linkRoutes,
  ...tokenRoutes,
  ...webhookRoutes,
  ...settingsRoutes,
  ...filterRoutes,
  ...youRoutes,
  ...staffRoutes,
  ...joinRoutes,
];

/** Adds the desk. Nothing below `/desk` may be kept by anybody, and nothing there is open by oversight. */
export function addDesk({ app, site }: Web): void {
  app.use('/desk/*', async (c, next) => {
    await next();
    c.res.headers.set('cache-control', 'no-store');
  });
  for (const route of [...deskRoutes, ...otherMethods(deskRoutes), elsewhere])
    if (route.method === 'ALL') app.all(route.path, admit(site, route));
    else app.on(route.method, route.path, admit(site, route));
}

/** What a known address does not take. */
function otherMethods(routes: readonly DeskRoute[]): DeskRoute[] {
  return [...new Set(routes.map(({ path }) => path))].map((path) => ({
    method: 'ALL',
    path,
    verb: 'desk.enter',
    answer(visit) {
      const taken = routes.filter((route) => route.path === path).map(({ method }) => method);
      const response = message(visit, 405);
      response.headers.set('allow', taken.join(', '));
      return response;
    },
  }));
}

const elsewhere: DeskRoute = {
  method: 'ALL',
  path: '/desk/*',
  verb: 'desk.enter',
  answer: (visit) => withLastSlash(visit) ?? message(visit, 404),
};

/** An address that lacks only its last slash leads to the one with it. */
function withLastSlash({ c }: Visit): Response | null {
  const { pathname, search } = new URL(c.req.url);
  if (pathname.endsWith('/') || c.req.method !== 'GET') return null;
  return c.redirect(`${pathname}/${search}`, 301);
}

function message(visit: Visit, status: 404 | 405): Response {
  const { desk, form } = visit;
  const { heading, sentence } = deskWordingFor(desk.publication.locale).away[status];
  return show(visit, <MessagePage {...{ desk, heading, sentence, form }} />, status);
}
