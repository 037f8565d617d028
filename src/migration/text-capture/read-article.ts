import { withoutLosses } from './apparatus.ts';
import type { CapturedTags } from './capture-result.ts';
import { blocksOf, type Line } from './lines.ts';
import { type Meta, readMeta } from './meta-lines.ts';
import { type WithoutRelated, withoutRelated } from './related.ts';

/** What the lines of an article say: its paragraphs, and what its meta lines tell of it. */
export interface ArticleText {
  paragraphs: string[];
  byline: string | null;
  published: string | null;
  tags: CapturedTags;
  open: boolean | null;
  stated: number | null;
  /** Whether a line that only weblogs print stands around it. */
  signed: boolean;
  leftOut: string[];
  related: WithoutRelated;
}

/** A byline or date may stand below one paragraph, a standfirst, not deeper. */
const HEAD_PARAGRAPHS = 1;

/**
 * Splits the lines under a title into paragraphs and meta lines. A line that may be either (a date alone,
 * “By X”) is meta only around the words: above them, below a first paragraph, or below the last.
 */
export function readArticle(above: readonly Line[], lines: readonly Line[]): ArticleText {
  const related = withoutRelated(lines);
  const entries = entriesOf(related.lines);
  const prose = entries.flatMap((entry, index) => (entry.meta === null ? [index] : []));
  const headEnd = prose[HEAD_PARAGRAPHS] ?? entries.length;
  const tailStart = prose.at(-1) ?? -1;
  const isMeta = (entry: Entry, index: number) =>
    entry.meta !== null && (entry.meta.sure || index < headEnd || index > tailStart);
  const metas = entries.flatMap((entry, index) => (isMeta(entry, index) && entry.meta ? [entry.meta] : []));
  const before = above.slice(-3).flatMap((line) => dateOrByline(readMeta(line.text)));
  const words = entries.filter((entry, index) => !isMeta(entry, index));
  return {
    paragraphs: withoutLosses(paragraphs(words)),
    related,
    ...gathered([...metas, ...before]),
    signed: metas.some((meta) => meta.byline !== undefined || meta.tags !== undefined || meta.sure),
    leftOut: entries
      .filter((entry, index) => isMeta(entry, index) && isPuzzling(entry))
      .map((entry) => entry.text),
  };
}

interface Entry {
  text: string;
  gap: boolean;
  meta: Meta | null;
}

/** The blocks, or their lines where some are meta. A tags line goes on while it ends in a comma. */
function entriesOf(lines: readonly Line[]): Entry[] {
  return blocksOf(lines).flatMap((block) => {
    const text = block.map((line) => line.text).join(' ');
    const whole = block.length > 1 && block.length < 8 && !isList(block) ? readMeta(text) : null;
    if (whole?.sure) return [{ text, gap: true, meta: whole }];
    return joinedTags(block).map((line) => ({ text: line.text, gap: line.gap, meta: readMeta(line.text) }));
  });
}

/** Several lines that each say something of the article must not be read as one. */
function isList(block: readonly Line[]): boolean {
  return block.filter((line) => readMeta(line.text) !== null).length > 1;
}

function joinedTags(block: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of block) {
    const last = joined.at(-1);
    if (last?.text.endsWith(',') && readMeta(last.text)?.tags !== undefined) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    } else joined.push(line);
  }
  return joined;
}

function paragraphs(entries: readonly Entry[]): string[] {
  const found: string[] = [];
  for (const { text, gap } of entries) {
    const last = found.at(-1);
    if (gap || last === undefined) found.push(text);
    else found[found.length - 1] = `${last} ${text}`;
  }
  return found;
}

function gathered(
  metas: readonly Meta[],
): Omit<ArticleText, 'paragraphs' | 'signed' | 'leftOut' | 'related'> {
  const first = <Key extends keyof Meta>(key: Key) => metas.find((meta) => meta[key] !== undefined)?.[key];
  const closed = metas.some((meta) => meta.open === false);
  return {
    byline: first('byline') ?? null,
    published: publishedOf(metas),
    tags: first('tags') ?? { names: [], lost: 0 },
    open: closed ? false : (first('open') ?? null),
    stated: first('stated') ?? null,
  };
}

/** The first date; with the time of day where another line gives that for the same day, or the time alone. */
function publishedOf(metas: readonly Meta[]): string | null {
  const dates = metas.flatMap((meta) => (meta.published ? [meta.published] : []));
  const [day] = dates;
  if (day === undefined) return null;
  const exact = dates.find((date) => date.startsWith(day.slice(0, 10)) && date.includes('T'));
  if (exact !== undefined) return exact;
  const clock = metas.find((meta) => meta.clock !== undefined)?.clock;
  return clock === undefined ? day : `${day}T${clock}`;
}

function dateOrByline(meta: Meta | null): Meta[] {
  return meta === null || (meta.published === undefined && meta.byline === undefined) ? [] : [meta];
}

/** A meta line of which nothing was read is worth a note when it has more than a date's words. */
function isPuzzling({ text, meta }: Entry): boolean {
  return meta !== null && !meta.sure && Object.keys(meta).length === 1 && /\d/u.test(text);
}
