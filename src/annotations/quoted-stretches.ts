/** A stretch of a comment that its writer set apart as somebody's words. Several readings where the marks leave it open. */
export type Stretch = { paragraph: number; from: number; readings: Reading[] };

/** One way of reading where its words begin and end (exclusive), without the marks. */
export type Reading = { text: string; start: Spot; end: Spot };
export type Spot = { paragraph: number; at: number };

/** What closes each opening mark. A mark that opens in one language closes in another. */
const closers: Record<string, string> = {
  ...{ '“': '”', '„': '“”', '‟': '”', '"': '"', '«': '»', '»': '«', '‹': '›', '›': '‹' },
  ...{ '「': '」', '『': '』', '＂': '＂', '‚': '‘’' },
};
const mostStretches = 300;

/** The quoted stretches of a comment's paragraphs in their order: text in marks, and blockquotes (`> `). */
export function quotedStretches(paragraphs: readonly string[]): Stretch[] {
  const own = paragraphs.map((text) => (isBlockquote(text) ? '' : withoutCode(text)));
  const found = [
    ...blockquotes(paragraphs),
    ...marked(own),
    ...paragraphs.flatMap((text, index) => (isBlockquote(text) ? markedWithin(text, index) : [])),
  ];
  return found
    .sort((one, other) => one.paragraph - other.paragraph || one.from - other.from)
    .slice(0, mostStretches);
}

const marked = (paragraphs: readonly string[]) => [...inMarks(paragraphs), ...inSingleMarks(paragraphs)];

/** What stands in marks inside one paragraph of a blockquote: it begins and ends there. */
function markedWithin(blockquote: string, index: number): Stretch[] {
  const shift = ({ at }: Spot): Spot => ({ paragraph: index, at });
  return marked([blockquote.replace(/^(?:>\s?)+/, blank)]).map(({ from, readings }) => ({
    ...{ paragraph: index, from },
    readings: readings.map(({ text, start, end }) => ({ text, start: shift(start), end: shift(end) })),
  }));
}

const blank = (text: string) => ' '.repeat(text.length);

/** What stands in backticks is code, and its marks are none. */
function withoutCode(text: string): string {
  return text.replace(/`[^`]+`/g, blank).replace(/\bhttps?:\/\/\S+/g, blank);
}

const isBlockquote = (text: string) => /^>\s?/.test(text);

/** Each paragraph of a blockquote is a quotation of its own. */
function blockquotes(paragraphs: readonly string[]): Stretch[] {
  return paragraphs.flatMap((text, paragraph) =>
    isBlockquote(text) ? [{ paragraph, from: 0, readings: [unwrapped(text, paragraph)] }] : [],
  );
}

/** A blockquote may stand in marks besides. */
function unwrapped(paragraph: string, index: number): Reading {
  const mark = /^(?:>\s?)+\s*/.exec(paragraph)?.[0].length ?? 0;
  const text = paragraph.slice(mark).trimEnd();
  const closing = closers[text[0] ?? ''];
  const last = text.at(-1) ?? '';
  const isWrapped = text.length > 2 && (closing?.includes(last) || (text[0] === '‘' && last === '’'));
  const inner = isWrapped ? text.slice(1, -1) : text;
  const from = mark + (isWrapped ? 1 : 0);
  return {
    text: inner,
    start: { paragraph: index, at: from },
    end: { paragraph: index, at: from + inner.length },
  };
}

type Open = { mark: string; paragraph: number; at: number; texts: string[]; from: number };

/** Marks that come in pairs. One left open goes on where the next paragraph opens with it again, or closes it. */
function inMarks(paragraphs: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  let open: Open[] = [];
  for (const [paragraph, text] of paragraphs.entries()) {
    if (text === '') {
      open = [];
      continue;
    }
    const reopened = open.findLast(({ mark }) => mark === text[0]);
    open = open.filter((each) => each === reopened || each.mark !== '"');
    for (const each of open) each.from = each === reopened ? 1 : 0;
    for (let at = reopened ? 1 : 0; at < text.length; at += 1) {
      const mark = text[at] ?? '';
      const index = open.findLastIndex((each) => closers[each.mark]?.includes(mark));
      const closing = open[index];
      if (closing && canClose(text, at)) {
        const whole = joined([...closing.texts, text.slice(closing.from, at)]);
        const start = { paragraph: closing.paragraph, at: closing.at + 1 };
        const reading = { text: whole, start, end: { paragraph, at } };
        found.push({ paragraph: closing.paragraph, from: closing.at, readings: [reading] });
        open.length = index;
      } else if (Object.hasOwn(closers, mark) && canOpen(text, at)) {
        open = open.filter((each) => each.mark !== mark || each.paragraph === paragraph);
        open.push({ mark, paragraph, at, texts: [], from: at + 1 });
        if (open.length > mostNested) open.shift();
      }
    }
    for (const each of open) each.texts.push(text.slice(each.from));
  }
  return found;
}

/** Marks that are open at once: whoever nests deeper is not quoting. */
const mostNested = 8;

const beforeOpening = /[\s([{\-\u2010-\u2015/“„«‹"'‘‚>]/;

function canOpen(text: string, at: number): boolean {
  const [before, after] = [text[at - 1], text[at + 1]];
  if (after === undefined) return false;
  if (text[at] !== '"') return true;
  return (before === undefined || beforeOpening.test(before)) && !/\s/.test(after);
}

function canClose(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1]];
  if (text[at] !== '"') return true;
  return !/[\s([{]/.test(before) && !(after !== undefined && /[\p{L}\p{N}]/u.test(after));
}

const mostReadings = 6;
/** Letters that are looked at for closing marks: an honest text of thousands of words needs fewer. */
const mostLooked = 300_000;

/**
 * ‘ ’ and ' ': each closing mark may also be an apostrophe (“the councillors’ plan”), so every one of them that could
 * close is a reading, the shortest first.
 */
function inSingleMarks(paragraphs: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  let spannedTo = -1;
  let looked = 0;
  for (const [paragraph, text] of paragraphs.entries()) {
    for (let at = paragraph <= spannedTo ? 1 : 0; at < text.length; at += 1) {
      if (!opensSingle(text, at)) continue;
      const ends = endsOf(text, at);
      looked += (ends.at(-1) ?? text.length) - at;
      if (looked > mostLooked) return found;
      const [first] = ends;
      if (first === undefined) {
        const spanning = spanned(paragraphs, paragraph, at);
        if (spanning === null) continue;
        found.push({ paragraph, from: at, readings: [spanning] });
        spannedTo = spanning.end.paragraph;
        continue;
      }
      const start = { paragraph, at: at + 1 };
      const to = (end: number) => ({ text: text.slice(at + 1, end), start, end: { paragraph, at: end } });
      found.push({ paragraph, from: at, readings: ends.map(to) });
    }
  }
  return found;
}

function opensSingle(text: string, at: number): boolean {
  const mark = text[at];
  if (mark !== '‘' && mark !== "'") return false;
  const [before, after] = [text[at - 1], text[at + 1]];
  return (
    after !== undefined &&
    !/[\s\p{P}]/u.test(after.replace(/[[(…“"]/, 'x')) &&
    (before === undefined || beforeOpening.test(before))
  );
}

function endsOf(text: string, opening: number): number[] {
  const [mark, closing] = text[opening] === '‘' ? ['‘', '’'] : ["'", "'"];
  const ends: number[] = [];
  for (let at = opening + 1; at < text.length && ends.length < mostReadings; at += 1) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + 1]];
    const isClosing = text[at] === closing && !/\s/.test(before) && !(after && /[\p{L}\p{N}]/u.test(after));
    if (isClosing) ends.push(at);
    else if (ends.length > 0 && text[at] === mark && opensSingle(text, at)) break;
  }
  return ends;
}

/** From an opening mark that its paragraph does not close, over the paragraphs that open with it again, to its end. */
function spanned(paragraphs: readonly string[], first: number, at: number): Reading | null {
  const mark = paragraphs[first]?.[at];
  const texts = [paragraphs[first]?.slice(at + 1) ?? ''];
  for (let last = first + 1; paragraphs[last]?.[0] === mark; last += 1) {
    const text = paragraphs[last] ?? '';
    const [end] = endsOf(text, 0);
    if (end !== undefined) {
      const whole = joined([...texts, text.slice(1, end)]);
      return { text: whole, start: { paragraph: first, at: at + 1 }, end: { paragraph: last, at: end } };
    }
    texts.push(text.slice(1));
  }
  return null;
}

function joined(texts: readonly string[]): string {
  return texts.map((text) => text.trim()).join('\n\n');
}
