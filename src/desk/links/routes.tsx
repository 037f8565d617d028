import { allowHost, barHost, forgetPage, lookAgain } from '../../citations/decide-on-link.ts';
import type { Outcome } from '../../lib/refusal.ts';
import { readSettings } from '../../publication/queries.ts';
import type { DeskRoute } from '../desk-route.ts';
import { actingAs, field, idPattern, pathId, queryNumber, seeOther, show, type Visit } from '../visit.ts';
import { LinksPage } from './links-page.tsx';
import { type LinksView, linkStates, linksPath } from './links-view.ts';
import { countLinks, listLinks } from './queries.ts';

const perPage = 25;
const verb = 'link.manage';

/** Pages that published texts cite: how each stands, and what is done about it. */
export const linkRoutes: DeskRoute[] = [
  { method: 'GET', path: linksPath, verb, answer: (visit) => showLinks(visit, null) },
  { method: 'POST', path: `${linksPath}:id{${idPattern}}/`, verb, answer: decide },
];

async function showLinks(visit: Visit, refused: LinksView['refused'], status: 200 | 409 | 422 = 200) {
  const { site } = visit;
  const db = site.store.read;
  const word = visit.c.req.query('state');
  const shown = linkStates.find((state) => state === word) ?? null;
  const counts = await countLinks(db);
  const total = shown
    ? (counts.get(shown) ?? 0)
    : [...counts.values()].reduce((sum, count) => sum + count, 0);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(queryNumber(visit, 'page') ?? 1, pages);
  const settings = await readSettings(site);
  const acts = ['again', 'forget', 'bar', 'allow'] as const;
  const view: LinksView = {
    links: await listLinks(db, {
      states: shown ? [shown] : linkStates,
      ...{ limit: perPage, offset: (page - 1) * perPage },
    }),
    ...{ counts, shown, page, pages, refused },
    done: acts.find((act) => act === visit.c.req.query('done')) ?? null,
    on: site.config.outbound.on && settings['links.outbound'] === 'yes' && settings['links.keep'] === 'yes',
  };
  return show(visit, <LinksPage desk={visit.desk} view={view} />, status);
}

async function decide(visit: Visit): Promise<Response> {
  const act = field(visit.form, 'do');
  const reason = field(visit.form, 'reason');
  const id = pathId(visit);
  const decided = await carryOut(visit, { act, id, reason });
  if (decided.ok) return seeOther(visit, `${linksPath}?done=${act}`);
  const refused = { sentence: decided.sentence, id, act, reason };
  return showLinks(visit, refused, decided.field === 'reason' ? 422 : 409);
}

type Act = { act: string; id: string; reason: string };

async function carryOut(visit: Visit, { act, id, reason }: Act): Promise<Outcome<{ id: string }>> {
  const { site } = visit;
  const by = actingAs(visit);
  if (act === 'forget') return forgetPage(site, by, { id, reason });
  if (act === 'bar') return barHost(site, by, { id, reason });
  return act === 'allow' ? allowHost(site, by, id) : lookAgain(site, id);
}
