import { type Beginning, unmarkedOfEach } from '../../comments/forget-marks.ts';
import type { CleanHtml } from '../../lib/clean-html.ts';
import { keysOf, previewMarks } from '../../marks/preview-marks.ts';
import { drawMarks } from '../../marks/shown/draw-marks.ts';
import { type ThreadIndex, threadIndexOf } from '../../marks/thread-index.ts';
import type { Site } from '../../site.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import type { DeskResponse } from './response-view.ts';

/** The words of a held response as they would stand once it is published: what they quote and refer to is marked. */
export async function drawHeld(
  site: Site,
  locale: string,
  response: DeskResponse,
): Promise<CleanHtml | null> {
  return (await drawEachHeld(site, locale, [response])).get(response.id) ?? null;
}

/** The same of many; each thread is read once. */
export async function drawEachHeld(
  site: Site,
  locale: string,
  responses: readonly DeskResponse[],
): Promise<Map<string, CleanHtml>> {
  const unmarked = await unmarkedOfEach(
    site.store.read,
    responses.map(({ id }) => id),
  );
  const threads = new Map<string, ThreadIndex | null>();
  const drawn = new Map<string, CleanHtml>();
  for (const response of responses) {
    const { id, article, html } = response;
    if (html === null) continue;
    if (!threads.has(article.id)) threads.set(article.id, await threadIndexOf(site, article.id));
    const beside = { thread: threads.get(article.id) ?? null, off: unmarked.get(id) ?? [], locale };
    drawn.set(id, await draw(site, { ...response, html }, beside));
  }
  return drawn;
}

type Drawing = { thread: ThreadIndex | null; off: Beginning[]; locale: string };

async function draw(
  site: Site,
  { name, html, article }: DeskResponse & { html: CleanHtml },
  { thread, off, locale }: Drawing,
): Promise<CleanHtml> {
  const draft = { articleId: article.id, name, html, thread };
  const { marks } = await previewMarks(site, draft, await keysOf(site, draft, off));
  const { marks: say } = wordingFor(locale);
  return drawMarks(html, marks, { here: '', articlePath: article.path, say, number: null });
}
