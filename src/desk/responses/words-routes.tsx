import { compareBlocks } from '../../articles/revisions/compare.ts';
import { earlierWordings } from '../../comments/edits/earlier-wordings.ts';
import { markdownToHtml } from '../../lib/markdown.ts';
import { blocksOf } from '../../lib/text-blocks.ts';
import type { DeskRoute } from '../desk-route.ts';
import { MessagePage } from '../frame/message-page.tsx';
import { idPattern, pathId, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { drawHeld } from './draw-held.ts';
import { readResponse, sourceOf } from './queries.ts';
import { type ReplacedWording, WordsPage } from './words-page.tsx';

/** How a response read before: for whoever decides on it. */
export const wordsRoutes: DeskRoute[] = [
  {
    method: 'GET',
    path: `/desk/responses/:id{${idPattern}}/words/`,
    verb: 'comment.decide',
    answer: showWords,
  },
];

async function showWords(visit: Visit): Promise<Response> {
  const { site, desk, form } = visit;
  const id = pathId(visit);
  const response = await readResponse(site.store.read, id);
  if (response === null) {
    const { heading, sentence } = deskWordingFor(desk.publication.locale).away[404];
    return show(visit, <MessagePage {...{ desk, heading, sentence, form }} />, 404);
  }
  const earlier = (await earlierWordings(site.store.read, [id])).get(id) ?? [];
  const sources = [...earlier.map(({ source }) => source), await sourceOf(site.store.read, id)];
  const blocks = sources.map((source) => blocksOf(markdownToHtml(source, 'comment')));
  const replaced = earlier.map(
    ({ replacedAt, shown }, index): ReplacedWording => ({
      ...{ number: index + 1, until: replacedAt, shown },
      changes: compareBlocks(blocks[index] ?? [], blocks[index + 1] ?? []),
    }),
  );
  const { locale } = desk.publication;
  const drawn = response.state === 'held' ? await drawHeld(site, locale, response) : null;
  return show(visit, <WordsPage {...{ desk, response, drawn, replaced: replaced.reverse() }} />);
}
