import { chooseDigest, isDigest, ownNews } from '../../moderation/telling/choose-digest.ts';
import { endFeed, makeFeed } from '../../moderation/telling/own-feed.ts';
import type { DeskRoute } from '../desk-route.ts';
import { field, show, type Visit } from '../visit.ts';
import { TellingPage } from './telling-page.tsx';

export const tellingPath = '/desk/queue/telling/';
const verb = 'comment.decide';

/** How whoever moderates is told of what waits: letters, and a feed of their own. */
export const tellingRoutes: DeskRoute[] = [
  { method: 'GET', path: tellingPath, verb, answer: (visit) => page(visit) },
  { method: 'POST', path: tellingPath, verb, answer: choose },
  { method: 'POST', path: `${tellingPath}feed/`, verb, answer: make },
  { method: 'POST', path: `${tellingPath}feed/end/`, verb, answer: end },
];

type Shown = { said?: 'digest' | 'ended' | null; feed?: string | null; wrong?: boolean };

async function page(
  visit: Visit,
  { said = null, feed = null, wrong = false }: Shown = {},
): Promise<Response> {
  const { site, desk, staff } = visit;
  const news = await ownNews(site.store.read, staff.id);
  const view = { news, sendsMail: site.mail !== null, email: staff.email, said, feed, wrong };
  return show(visit, <TellingPage desk={desk} view={view} />, wrong ? 422 : 200);
}

async function choose(visit: Visit): Promise<Response> {
  const digest = field(visit.form, 'digest');
  if (!isDigest(digest)) return page(visit, { wrong: true });
  await chooseDigest(visit.site, { staffId: visit.staff.id, digest });
  return page(visit, { said: 'digest' });
}

/** Its address is shown once. */
async function make(visit: Visit): Promise<Response> {
  const { path } = await makeFeed(visit.site, visit.staff.id);
  return page(visit, { feed: visit.site.config.url + path });
}

async function end(visit: Visit): Promise<Response> {
  await endFeed(visit.site, visit.staff.id);
  return page(visit, { said: 'ended' });
}
