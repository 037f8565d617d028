import { textOf } from '../../lib/clean-html.ts';
import type { Outcome } from '../../lib/refusal.ts';
import {
  mostAtOnce,
  type Pick,
  pressReleaseOfMany,
  removeMany,
  type Told,
  undoReleaseOfMany,
} from '../../moderation/decide-many.ts';
import { reasonsOf } from '../../moderation/reason.ts';
import { readSettings } from '../../publication/queries.ts';
import type { DeskRoute } from '../desk-route.ts';
import { MessagePage } from '../frame/message-page.tsx';
import { actingAs, field, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { type ManyLine, ManyPage, manyId } from './many-page.tsx';
import { picksIn } from './picks.ts';
import { readResponses } from './queries.ts';
import { readRemoval, reasonIn } from './removal.ts';
import type { DeskResponse, RemovalRefusal } from './response-view.ts';
import { saidOf } from './script-answer.tsx';
import { sentenceOf } from './who-decided.ts';

const verb = 'comment.decide';
const method = 'POST';

/** One decision on everything that is ticked. */
export const manyRoutes: DeskRoute[] = [
  { method, path: '/desk/queue/many/release/', verb, answer: (visit) => withPicks(visit, release) },
  { method, path: '/desk/queue/many/undo/', verb, answer: (visit) => withPicks(visit, undo) },
  { method, path: '/desk/queue/many/remove/', verb, answer: (visit) => withPicks(visit, remove) },
];

/** At least one, and no more than a page. */
function withPicks(visit: Visit, decide: (visit: Visit, picks: Pick[]) => Promise<Response>) {
  const { desk, form } = visit;
  const { many: say, away } = deskWordingFor(desk.publication.locale);
  const picks = picksIn(form);
  if (picks.length > 0 && picks.length <= mostAtOnce) return decide(visit, picks);
  const sentence = picks.length === 0 ? say.none : say.tooMany(mostAtOnce);
  return show(visit, <MessagePage {...{ desk, heading: away[422].heading, sentence }} />, 422);
}

async function release(visit: Visit, picks: Pick[]): Promise<Response> {
  const told = await pressReleaseOfMany(visit.site, { picks, moderator: actingAs(visit) });
  const { many: say } = deskWordingFor(visit.desk.publication.locale);
  const pressed = picks.filter(({ id }) => told.some((each) => each.id === id && each.outcome.ok));
  const next = pressed.length === 0 ? null : ({ do: 'undo', picks: pressed } as const);
  const heading = say.released(pressed.length);
  return show(
    visit,
    <ManyPage {...{ desk: visit.desk, heading, next }} lines={await linesOf(visit, told)} />,
  );
}

async function undo(visit: Visit, picks: Pick[]): Promise<Response> {
  const told = await undoReleaseOfMany(visit.site, picks);
  const { many: say } = deskWordingFor(visit.desk.publication.locale);
  const heading = say.undone(doneIn(told));
  const lines = await linesOf(visit, told);
  return show(visit, <ManyPage {...{ desk: visit.desk, heading, lines, next: null }} />);
}

async function remove(visit: Visit, picks: Pick[]): Promise<Response> {
  const { site, form, desk } = visit;
  const settings = await readSettings(site);
  const { many: say, removal: words } = deskWordingFor(desk.publication.locale);
  const removal = readRemoval(form);
  const read = reasonIn(removal, { settings, form, say: words });
  if ('faults' in read) {
    const asked = field(form, 'asked') === 'yes';
    const { code, sentence } = removal;
    const refusal: RemovalRefusal | null = asked
      ? { id: manyId, reason: code, sentence, why: read.faults }
      : null;
    const next = { do: 'remove', picks, reasons: reasonsOf(settings), refusal } as const;
    const lines = await linesOf(
      visit,
      picks.map(({ id }) => ({ id, outcome: null })),
    );
    const heading = say.removing(picks.length);
    return show(visit, <ManyPage {...{ desk, heading, lines, next }} />, asked ? 422 : 200);
  }
  const told = await removeMany(site, { picks, moderator: actingAs(visit), reason: read.reason });
  const lines = await linesOf(visit, told);
  return show(visit, <ManyPage {...{ desk, heading: say.removed(doneIn(told)), lines, next: null }} />);
}

const doneIn = (told: Told[]) => told.filter(({ outcome }) => outcome.ok).length;

type Line = { id: string; outcome: Outcome<unknown> | null };

async function linesOf(visit: Visit, told: Line[]): Promise<ManyLine[]> {
  const ids = told.map(({ id }) => id);
  const responses = new Map(
    (await readResponses(visit.site.store.read, ids)).map((response) => [response.id, response]),
  );
  const lines: ManyLine[] = [];
  for (const { id, outcome } of told) {
    const response = responses.get(id);
    if (response) lines.push(await lineOf(visit, response, outcome));
  }
  return lines;
}

async function lineOf(visit: Visit, response: DeskResponse, outcome: Line['outcome']): Promise<ManyLine> {
  const text = response.html === null ? '' : textOf(response.html);
  if (outcome === null) return { response, text, sentence: null };
  const sentence = outcome.ok ? saidOf(visit.desk, response) : await sentenceOf(visit, outcome, response.id);
  return { response, text, sentence };
}
