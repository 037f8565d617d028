import type { CleanHtml } from '../../lib/clean-html.ts';
import { type Neighbour, neighboursOf } from '../../moderation/around/queries.ts';
import { heldOpenBy } from '../../moderation/lease.ts';
import { type NameHint, nameHints } from '../../moderation/name-hints.ts';
import { type Note, notesBeside } from '../../moderation/notes-beside.ts';
import { type WritersPast, writersPast } from '../../moderation/writers-past.ts';
import type { Db } from '../../store/schema.ts';
import type { Visit } from '../visit.ts';
import { drawEachHeld } from './draw-held.ts';
import { threadLengths } from './queries.ts';
import type { DeskResponse } from './response-view.ts';

/** What stands beside a held response, for whoever decides on it. */
export type Beside = {
  /** What only the desk may know of its name. */
  hint: NameHint | undefined;
  /** What its writer sent before; nothing where nobody holds its name. */
  past: WritersPast | undefined;
  /** What staff noted of its writer. */
  notes: Note[];
  /** What stands before it and behind it in its thread. */
  around: Neighbour[];
  /** Who else has it open. */
  openBy: string | null;
  /** Its words with what they quote marked; null where its thread is too long to be looked through on a page of many. */
  drawn: CleanHtml | null;
};

export const nothingBeside: Beside = {
  hint: undefined,
  past: undefined,
  notes: [],
  around: [],
  openBy: null,
  drawn: null,
};

/** What stands beside each of these. */
export async function besideEach(
  { site, desk, staff }: Visit,
  responses: DeskResponse[],
): Promise<Map<string, Beside>> {
  const db = site.store.read;
  const ids = responses.map(({ id }) => id);
  const [hints, pasts, notes, open, around] = await Promise.all([
    nameHints(site, ids),
    writersPast(db, ids),
    notesBeside(db, ids),
    heldOpenBy(db, ids, { staffId: staff.id, now: site.clock.now() }),
    neighboursOf(
      db,
      responses.map(({ id, number, article }) => ({ id, number, articleId: article.id })),
    ),
  ]);
  const short = await shortThreads(db, responses);
  const drawn = await drawEachHeld(
    site,
    desk.publication.locale,
    responses.filter(({ state, article }) => state === 'held' && short.has(article.id)),
  );
  const beside = new Map<string, Beside>();
  for (const { id } of responses)
    beside.set(id, {
      ...{ hint: hints.get(id), past: pasts.get(id), notes: notes.get(id) ?? [] },
      around: around.get(id) ?? [],
      ...{ openBy: open.get(id) ?? null, drawn: drawn.get(id) ?? null },
    });
  return beside;
}

/** All threads of a page that are looked through for what is quoted have so many responses together. */
const mostLookedThrough = 5_000;

/** The articles of a page whose threads are looked through for what is quoted, in the order of the page. */
async function shortThreads(db: Db, responses: DeskResponse[]): Promise<Set<string>> {
  const ids = [...new Set(responses.map(({ article }) => article.id))];
  const lengths = await threadLengths(db, ids);
  let looked = 0;
  return new Set(
    ids.filter((id) => {
      const length = lengths.get(id) ?? 0;
      if (looked + length > mostLookedThrough) return false;
      looked += length;
      return true;
    }),
  );
}

/** The same of one. */
export async function besideOne(visit: Visit, response: DeskResponse): Promise<Beside> {
  return (await besideEach(visit, [response])).get(response.id) ?? nothingBeside;
}
