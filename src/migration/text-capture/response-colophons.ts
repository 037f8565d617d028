import type { CapturedLink, CapturedTombstone } from './capture-result.ts';
import { FIGURES, numberOf, numbersIn, type Wrapped, wrapped } from './colophon-lines.ts';
import { addressIn, linksBelow, linksIn } from './colophon-links.ts';
import type { ArticleColophon } from './colophons.ts';
import { readDate } from './dates.ts';
import { type Line, lineAt } from './lines.ts';

/** What the colophon under a Hustings response says, its tombstone's where the response is gone. */
export interface ResponseColophon {
  at: number;
  end: number;
  number: number;
  author: string;
  /** It was written without a name: `author` is what stands in its place. */
  anonymous: boolean;
  published: string | null;
  edited: string | null;
  inReplyTo: number | null;
  sameWriter: number[];
  archived: boolean;
  byStaff: boolean;
  /** Its name was taken off: `author` is what stands in its place. */
  unnamed: boolean;
  /** How many words it has; null where an older page does not say. */
  words: number | null;
  /** The page of its writer. */
  url: string | null;
  address: string | null;
  links: CapturedLink[];
  tombstone: CapturedTombstone | null;
}

/** Whose page it is: where a response stands closes the sentence about it. */
export type Whose = Pick<ArticleColophon, 'publication' | 'address'>;

const RESPONSE = new RegExp(`^(.{1,200}?)\\. Response ${FIGURES}, (.+)$`, 'u');
/** What came with an import may have a day alone, or a time without its zone. */
const WHEN = String.raw`\d{1,2} \p{L}{3,12} \d{4}(?:, \d{2}:\d{2}(?::\d{2})?(?: (?:[A-Z]{2,5}|GMT[+−-][\d:]{1,5}))?)?`;
const REPLY = String.raw`, in reply to (\d[\d,]{0,8}\d|\d)`;
const GONE = new RegExp(
  `^(removed|withdrawn|withheld)(?: (\\d[^.,]*(?:, \\d[^.,]*)?))?(?:, published (${WHEN}))?(?:${REPLY})?[.,]`,
  'u',
);
const WRITTEN = new RegExp(`^(.{0,200}?), (${WHEN}|Date unknown)(, [^.]{1,300})?\\.(.*)$`, 'u');
/** The last time is the page's: a name may have one in it. */
const SENTENCE = new RegExp(`^(.{0,300}), (${WHEN}|Date unknown)(, [^.]{1,300})?$`, 'u');
const SAME_WRITER = /^(.*) \(same writer as ([\d, andothers]{1,200})\)$/u;
const PAGE = /^\s*\S+ Writer’s page: (https?:\/\/\S+)/u;

/** The colophon of a response that begins at a line of the publication's page, or null. */
export function readResponseColophon(
  lines: readonly Line[],
  at: number,
  whose: Whose,
): ResponseColophon | null {
  const { publication } = whose;
  const { text } = lineAt(lines, at);
  if (!text.startsWith(publication.slice(0, 8))) return null;
  const read = wrapped(lines, at, (joined) => {
    const found = RESPONSE.exec(joined);
    const whole =
      found !== null &&
      publication.startsWith(found[1] ?? '') &&
      (WRITTEN.test(found[3] ?? '') || GONE.test(found[3] ?? ''));
    return whole ? found : null;
  });
  return read === null ? null : responseColophon(lines, whose, { at, read });
}

function responseColophon(
  lines: readonly Line[],
  whose: Whose,
  { at, read: { found, end } }: { at: number; read: Wrapped },
): ResponseColophon {
  const number = numberOf(found[2]);
  const { sentence, after } = divided(found[3] ?? '', lastingAddress(whose, number));
  const gone = sentence === null ? null : GONE.exec(`${sentence}.`);
  const written = sentence === null || gone !== null ? null : SENTENCE.exec(sentence);
  const [, signature = '', when = '', said = ''] = written ?? [];
  const [, author = signature, same = ''] = SAME_WRITER.exec(signature) ?? [];
  const published = readDate(when)?.value ?? null;
  const below = linksBelow(lines, end);
  return {
    ...{ at, end: below.end, number, author, published },
    edited: editedAt(/, edited ([^.]{1,60}?)(?:, \p{Ll}|, \d+ words?|$)/u.exec(said)?.[1], published),
    inReplyTo: replyIn(said),
    sameWriter: numbersIn(same),
    archived: said.includes(', name as in the archive'),
    byStaff: said.includes(', of the publication'),
    anonymous: said.includes(', without a name'),
    unnamed: said.includes(', name taken off'),
    words: wordsSaid(said),
    url: PAGE.exec(after)?.[1] ?? null,
    address: addressIn(after) ?? below.address,
    links: [...linksIn(after), ...below.links],
    tombstone: gone === null ? null : tombstoneOf(number, { gone, sentence: sentence ?? '', after }),
  };
}

/** Where the response stands for good; null on a page that does not say where it stands itself. */
function lastingAddress({ address }: Whose, number: number): string | null {
  return address === null ? null : `${address}responses/${number}/`;
}

/** What is said of a response, and what stands behind it from its address on. */
function divided(text: string, address: string | null): { sentence: string | null; after: string } {
  const at = address === null ? -1 : text.indexOf(`. ${address}`);
  if (at >= 0) return { sentence: text.slice(0, at), after: text.slice(at + 1) };
  const after = WRITTEN.exec(text)?.[4];
  if (after !== undefined) return { sentence: text.slice(0, text.length - after.length - 1), after };
  const from = text.search(/\. https?:/u);
  if (from >= 0) return { sentence: text.slice(0, from), after: text.slice(from + 1) };
  return { sentence: GONE.test(text) ? text : null, after: '' };
}

function tombstoneOf(
  number: number,
  { gone, sentence, after }: { gone: RegExpExecArray; sentence: string; after: string },
): CapturedTombstone {
  const address = addressIn(after);
  const published = readDate(gone[3] ?? '')?.value;
  const [, erasedBy, reason] =
    /^(?:erased by ([^,.]{1,40}))?(?:(?:^|, )(.+))?$/u.exec(sentence.slice(gone[0].length).trim()) ?? [];
  return {
    number,
    state: stateOf(gone[1]),
    on: readDate(gone[2] ?? '')?.value ?? null,
    ...(published ? { published } : {}),
    ...(gone[4] === undefined ? {} : { inReplyTo: numberOf(gone[4]) }),
    ...(erasedBy === undefined ? {} : { erasedBy }),
    ...(reason === undefined ? {} : { reason }),
    ...(address === null ? {} : { address }),
  };
}

function wordsSaid(said: string): number | null {
  const figures = new RegExp(`, ${FIGURES} words?(?:,|$)`, 'u').exec(said)?.[1];
  return figures === undefined ? null : numberOf(figures);
}

function replyIn(text: string): number | null {
  const found = new RegExp(REPLY, 'u').exec(text);
  return found === null ? null : numberOf(found[1]);
}

function stateOf(word: string | undefined): CapturedTombstone['state'] {
  return word === 'withdrawn' || word === 'withheld' ? word : 'removed';
}

/** “edited 21:31” is of the day of publication. */
function editedAt(text: string | undefined, published: string | null): string | null {
  if (text === undefined) return null;
  const date = readDate(text)?.value;
  if (date !== undefined) return date;
  const time = /^(\d{2}:\d{2})/u.exec(text)?.[1];
  const offset = /(?:Z|[+-]\d{2}:\d{2})$/u.exec(published ?? '')?.[0] ?? '';
  return time === undefined || published === null ? null : `${published.slice(0, 10)}T${time}${offset}`;
}
