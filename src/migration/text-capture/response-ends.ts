import type { ArticleColophon } from './colophons.ts';
import { wordsOf } from './fold-text.ts';
import { type Line, lineAt } from './lines.ts';
import { type ResponseColophon, readResponseColophon } from './response-colophons.ts';
import { typedColophons } from './typed-colophons.ts';

/** The words of what stands between two colophons, were the second the colophon of all of it. */
export type WordsBetween = (lines: readonly Line[], colophon: ResponseColophon) => string[];

/**
 * The colophons that close a response, in order. Anybody may type one among their words, with the next number and
 * somebody else's name below it. But nothing that a reader typed stands behind the last one, so that this is ours; it
 * says how many words it closes, so that its response begins where these begin, behind a colophon that is ours too.
 */
export function closingColophons(
  lines: readonly Line[],
  article: ArticleColophon,
  wordsBetween: WordsBetween,
): ResponseColophon[] {
  const all = candidates(lines, article);
  if (all.every(({ words }) => words === null)) return typedColophons(lines, article.end, all);
  const real: ResponseColophon[] = [];
  for (let index = all.length - 1; index >= 0; ) {
    const colophon = all[index];
    if (colophon === undefined) break;
    real.unshift(colophon);
    index = before(index, { lines, all, from: article.end, wordsBetween });
  }
  return real;
}

function candidates(lines: readonly Line[], article: ArticleColophon): ResponseColophon[] {
  const found: ResponseColophon[] = [];
  for (let at = article.end; at < lines.length; at += 1) {
    const colophon = readResponseColophon(lines, at, article);
    if (colophon !== null) found.push(colophon);
  }
  return found;
}

type Thread = { lines: readonly Line[]; all: ResponseColophon[]; from: number; wordsBetween: WordsBetween };

/** Which colophon stands before the response that one closes: -1 for none. Of several, that with the words it counts. */
function before(index: number, thread: Thread): number {
  const { lines, all, from } = thread;
  const colophon = all[index] as ResponseColophon;
  let best: { at: number; off: number } | null = null;
  let nearest: number | null = null;
  for (let at = index - 1; at >= -1; at -= 1) {
    const other = all[at];
    if (other && (other.number >= colophon.number || other.end > colophon.at)) continue;
    nearest ??= at;
    const segment = lines.slice(other?.end ?? from, colophon.at);
    if (other && !lineAt(segment, 0).text.startsWith(`${colophon.number}. `)) continue;
    const off = offBy(segment, colophon, thread);
    if (off === 0) return at;
    if (best === null || Math.abs(off) < best.off) best = { at, off: Math.abs(off) };
    if (off > mostMore) break;
  }
  return best?.at ?? nearest ?? -1;
}

/** So many words more than are counted, and nothing further up can be what is looked for. */
const mostMore = 500;

function offBy(segment: readonly Line[], colophon: ResponseColophon, { wordsBetween }: Thread): number {
  if (colophon.tombstone !== null || colophon.words === null) return 0;
  return countIn(wordsBetween(segment, colophon)) - colophon.words;
}

/** How many words some paragraphs have, as a colophon counts them. */
export function countIn(paragraphs: readonly string[]): number {
  return wordsOf(paragraphs.join(' ')).length;
}
