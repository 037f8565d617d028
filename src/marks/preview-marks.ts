import type { Beginning } from '../comments/forget-marks.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import { sha256 } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import { type Found, findMarks, without } from './find-marks.ts';
import type { QuotationView, ReferenceView, ResponseMarks } from './shown/mark-view.ts';
import { type ThreadIndex, threadIndexOf } from './thread-index.ts';

/** Words that are not sent yet; with the number of a response that has one already. */
export type Draft = {
  articleId: string;
  name: string;
  html: CleanHtml;
  number?: number | null;
  /** The thread that is looked through, where it was read already; null where there is none. */
  thread?: ThreadIndex | null;
};

/** A mark that its writer may switch off: `key` names it by its words, so that it is found again in a changed text. */
export type MarkChoice = { key: string; kind: 'quotation' | 'reference'; text: string; isOff: boolean };

/** A form has room for so many switches. */
const mostChoices = 40;

/** What would be marked in words that are not sent yet, without what is switched off; and every switch. */
export async function previewMarks(
  site: Site,
  draft: Draft,
  off: ReadonlySet<string>,
): Promise<{ marks: ResponseMarks; choices: MarkChoice[] }> {
  const found = await marksIn(site, draft);
  if (!found) return { marks: nothing, choices: [] };
  const all = switches(found.marks);
  const choices = all
    .slice(0, mostChoices)
    .map(({ at: _, ...each }) => ({ ...each, isOff: off.has(each.key) }));
  const unmarked = all.filter(({ key }) => off.has(key)).map(({ at }) => at);
  return { marks: viewOf(without(found.marks, unmarked), found.thread), choices };
}

/** Where the marks begin that a writer has switched off: by their keys, or by their words. */
export async function unmarkedIn(
  site: Site,
  draft: Draft,
  { keys, texts }: { keys?: ReadonlySet<string>; texts?: readonly string[] },
): Promise<Beginning[]> {
  if ((keys?.size ?? 0) + (texts?.length ?? 0) === 0) return [];
  const found = await marksIn(site, draft);
  if (!found) return [];
  return switches(found.marks)
    .filter(({ key, text }) => keys?.has(key) || texts?.includes(text))
    .map(({ at }) => at);
}

/** The keys of the switches of marks that begin at some places. */
export async function keysOf(
  site: Site,
  draft: Draft,
  unmarked: readonly Beginning[],
): Promise<ReadonlySet<string>> {
  const found = unmarked.length === 0 ? null : await marksIn(site, draft);
  const keys = switches(found?.marks ?? { quotations: [], references: [] })
    .filter(({ at }) =>
      unmarked.some(({ paragraph, from }) => paragraph === at.paragraph && from === at.from),
    )
    .map(({ key }) => key);
  return new Set(keys);
}

const nothing: ResponseMarks = { quotations: [], references: [], passages: [], quotedBy: [], referredBy: [] };

async function marksIn(site: Site, { articleId, name, html, number, ...read }: Draft) {
  const thread = read.thread === undefined ? await threadIndexOf(site, articleId) : read.thread;
  return thread && { thread, marks: findMarks({ number: number ?? thread.last + 1, name, html }, thread) };
}

type Switch = Omit<MarkChoice, 'isOff'> & { at: Beginning };

function switches({ quotations, references }: Found): Switch[] {
  const times = new Map<string, number>();
  const keyed = (kind: MarkChoice['kind'], text: string, at: Beginning): Switch => {
    const name = `${kind} ${text}`;
    const time = times.get(name) ?? 0;
    times.set(name, time + 1);
    return { key: sha256(`${time} ${name}`).slice(0, 12), kind, text, at };
  };
  return [
    ...references.map(({ text, paragraph, from }) => keyed('reference', text, { paragraph, from })),
    ...quotations.map(({ text, start }) =>
      keyed('quotation', text, { paragraph: start.paragraph, from: start.at }),
    ),
  ];
}

function viewOf({ quotations, references }: Found, thread: ThreadIndex): ResponseMarks {
  const quoted = quotations.map(
    ({ start, end, verdict, source }, position): QuotationView => ({
      ...{ position, start, end, verdict, isDrawn: false, difference: null },
      source:
        'comment' in source
          ? { kind: 'comment', number: source.comment, gone: null, isEarlier: false }
          : 'citation' in source
            ? { kind: 'citation', id: source.citation, url: '', isEarlier: false }
            : {
                kind: 'article',
                revision: source.revision ?? thread.revision,
                isEarlier: source.revision !== undefined,
              },
    }),
  );
  const referred = references.map(
    ({ paragraph, from, text, to }): ReferenceView => ({
      ...{ paragraph, from, to: from + text.length },
      ...{ target: to, gone: null },
    }),
  );
  return { ...nothing, quotations: quoted, references: referred };
}
