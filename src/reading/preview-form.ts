import type { ReplyForm } from '../comments/comment-view.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import { previewMarks } from '../marks/preview-marks.ts';
import { drawMarks } from '../marks/shown/draw-marks.ts';
import { readPublication } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import type { Form } from '../web/body.ts';
import { wordingFor } from '../web/ui/wording.ts';

const switchName = /^unlink-([\w-]{12})$/;

/** The switches that a form was sent with: marks that its writer does not want, by their keys. */
export function switchedOff({ fields }: Form): Set<string> {
  const keys = [...fields.keys()].flatMap((name) => switchName.exec(name)?.[1] ?? []);
  return new Set(keys);
}

/** True for the name of a switch. */
export function isSwitch(name: string): boolean {
  return switchName.test(name);
}

/** Words that are not sent yet; with the number of a response that has one already. */
type Drafted = {
  article: { id: string; path: string };
  name: string;
  html: CleanHtml;
  number?: number | null;
  off: ReadonlySet<string>;
};

/** How words will look that are not sent yet, with what will be marked in them and a switch for each mark. */
export async function previewForm(
  site: Site,
  { article, name, html, number = null, off }: Drafted,
): Promise<Pick<ReplyForm, 'preview' | 'choices'>> {
  const { marks, choices } = await previewMarks(site, { articleId: article.id, name, html, number }, off);
  const { marks: say } = wordingFor((await readPublication(site)).locale);
  const around = { here: '', articlePath: article.path, say, number: null };
  return { preview: drawMarks(html, marks, around), choices };
}
