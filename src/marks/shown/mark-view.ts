import type { Spot } from '../../annotations/quoted-stretches.ts';
import type { Part } from '../../articles/revisions/compare.ts';
import { goneState } from '../../store/visibility.ts';

/** Letters of a paragraph of a text, `to` exclusive. */
export type Place = { paragraph: number; from: number; to: number };

/** What became of the response that is quoted or referred to. */
export type Gone = 'removed' | 'withdrawn' | 'withheld';

/** Where a quotation is from: `isEarlier` where the words no longer stand there as they were quoted. */
export type SourceView =
  | { kind: 'article'; revision: number; isEarlier: boolean }
  | { kind: 'comment'; number: number; gone: Gone | null; isEarlier: boolean }
  | { kind: 'citation'; id: string; url: string; isEarlier: boolean };

/** A quotation that is marked: its words from `start` to `end`. `difference` where it is altered and can be shown. */
export type QuotationView = {
  position: number;
  start: Spot;
  end: Spot;
  verdict: 'exact' | 'altered';
  source: SourceView;
  /** Whether its words are drawn in their source, at an address of their own. */
  isDrawn: boolean;
  difference: Part[] | null;
};

/** Words that mean an earlier response. */
export type ReferenceView = Place & { target: number; gone: Gone | null };

/** A stretch of a text that a later response quotes: of which number, and its how-manyth quotation. */
export type PassageView = Place & { number: number; position: number };

/** Everything that is marked in one response and about it. */
export type ResponseMarks = {
  quotations: QuotationView[];
  references: ReferenceView[];
  passages: PassageView[];
  quotedBy: number[];
  referredBy: number[];
};

/** What is marked on a page of a thread: by number, and in the article. */
export type PageMarks = { responses: ReadonlyMap<number, ResponseMarks>; article: PassageView[] };

/** What is said of a response whose words are not shown. */
export function goneOf(state: string | null, withheldAt: string | null): Gone | null {
  if (state === 'published') return null;
  return state === null ? 'withdrawn' : goneState({ state, withheld_at: withheldAt });
}

/** Where the words of a quotation stand in their source: the anchor of response N’s how-manyth quotation. */
export function passageId({ number, position }: { number: number; position: number }): string {
  return `q-${number}-${position + 1}`;
}
