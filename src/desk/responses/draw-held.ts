import { unmarkedOf } from '../../comments/forget-marks.ts';
import type { CleanHtml } from '../../lib/clean-html.ts';
import { keysOf, previewMarks } from '../../marks/preview-marks.ts';
import { drawMarks } from '../../marks/shown/draw-marks.ts';
import type { Site } from '../../site.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import type { DeskResponse } from './response-view.ts';

/** The words of a held response as they would stand once it is published: what they quote and refer to is marked. */
export async function drawHeld(
  site: Site,
  locale: string,
  { id, name, html, article }: DeskResponse,
): Promise<CleanHtml | null> {
  if (html === null) return null;
  const draft = { articleId: article.id, name, html };
  const off = await keysOf(site, draft, await unmarkedOf(site.store.read, id));
  const { marks } = await previewMarks(site, draft, off);
  const { marks: say } = wordingFor(locale);
  return drawMarks(html, marks, { here: '', articlePath: article.path, say, number: null });
}
