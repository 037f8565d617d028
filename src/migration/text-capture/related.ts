import { type Line, lineAt } from './lines.ts';
import { type Meta, readMeta } from './meta-lines.ts';
import { firstWords, isTitleLike } from './sentences.ts';

const RELATED =
  /^(?:related(?: posts| articles)?|you may also like|ähnliche beiträge|articles similaires|relacionado)\s*:?$/iu;
const TRACKBACKS = /^(?:trackbacks?|trackback url.*|listed below are links.*)\s*:?$/iu;
const TRACKED = /\[read more\]|^tracked (?:back )?(?:on|from)\b|^trackback url|https?:\/\//iu;

/** So many heads of lists are weighed, the last ones of a page. */
const MOST_HEADS = 12;

/** The lines of an article without the lists of other pages, and the lines of those lists. */
export interface WithoutRelated {
  lines: Line[];
  dropped: Line[];
  notes: string[];
}

/**
 * Leaves out a list of other pages: from “Related” to the next line that is meta, or to the end, as long as
 * nothing in it but titles stands there. Paragraphs below such a line are the article's own.
 */
export function withoutRelated(lines: readonly Line[]): WithoutRelated {
  const isHead = ({ text }: Line) => text.length <= 200 && (RELATED.test(text) || TRACKBACKS.test(text));
  const heads = lines.flatMap((line, at) => (at > 0 && isHead(line) ? [at] : []));
  const ends = lines.flatMap((line, at) => (heads.length > 0 && isTelling(readMeta(line.text)) ? [at] : []));
  for (const at of heads.slice(-MOST_HEADS)) {
    const end = ends.find((telling) => telling > at) ?? lines.length;
    const head = lineAt(lines, at);
    const list = lines.slice(at + 1, end);
    if (!(RELATED.test(head.text) ? areTitles(list) : areTracked([head, ...list]))) continue;
    return {
      lines: [...lines.slice(0, at), ...lines.slice(end)],
      dropped: [head, ...list],
      notes: noteOf(head.text, list),
    };
  }
  return { lines: [...lines], dropped: [], notes: [] };
}

function isTelling(meta: Meta | null): boolean {
  return meta !== null && (meta.tags !== undefined || meta.byline !== undefined || meta.open !== undefined);
}

function areTitles(list: readonly Line[]): boolean {
  return list.every(({ text }) => isTitleLike(text) || readMeta(text) !== null);
}

/** Trackbacks quote the pages that they come from, so that their list is told by what Movable Type adds. */
function areTracked(list: readonly Line[]): boolean {
  return (
    areTitles(list) ||
    (list.some(({ text }) => TRACKED.test(text)) && list.every(({ text }) => text.length <= 200))
  );
}

function noteOf(head: string, list: readonly Line[]): string[] {
  const own = list.filter(({ text }) => readMeta(text) === null);
  const first = firstWords(own[0]?.text ?? '');
  if (own.length === 0) return [];
  if (own.length === 1) return [`A line below “${head}” was left out: “${first}”.`];
  return [`${own.length} lines below “${head}” were left out, beginning “${first}”.`];
}
