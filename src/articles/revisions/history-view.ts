import type { Replacement } from '../../pictures/replacements.ts';
import type { RevisionKind } from '../../store/schema.ts';
import type { Attribution } from '../attributions/attribution.ts';
import type { CorrectionView } from '../corrections/correction-view.ts';
import type { ChangedBlock } from './compare.ts';
import type { Withheld } from './queries.ts';

/** What changed between two versions, as much of it as a page shows. */
export type Changes = {
  from: number;
  to: number;
  blocks: ChangedBlock[];
  /** True where only the beginning is here: the rest stands on the page of this comparison alone. */
  cut: boolean;
};

/** One version of an article as its history shows it. */
export type VersionView = {
  number: number;
  /** UTC ISO time. */
  at: string;
  kind: RevisionKind;
  /** Against the version before it; null for the first, and where one of the two is withheld. */
  changes: Changes | null;
  /** Its words are legally withheld: since when and the code of why. */
  withheld: Withheld | null;
  /** The version before it is withheld, so that the two are not compared. */
  besideWithheld: boolean;
  /** Corrections that were mended in it. */
  corrections: Pick<CorrectionView, 'number' | 'kind'>[];
};

/** How a claim, or how the author knows, read for a time; UTC ISO times. */
export type EarlierWording = {
  from: string;
  until: string;
  said:
    | { kind: 'claim'; number: number; claim: string; due: string; takenOff: boolean }
    | { kind: 'sources'; attribution: Attribution };
};

/** An article's history: a page of its versions, newest first, or two of them compared. */
export type HistoryView = {
  article: { title: string; path: string; language: string | null };
  /** How many versions there are. */
  total: number;
  versions: VersionView[];
  compared: Changes | null;
  /** Versions that were to be compared and are not, because their words are withheld. */
  notCompared: number[];
  /** Pictures that got another file, newest first; on the first page alone. */
  replaced: Replacement[];
  /** How claims and sources read before; on the first page alone. */
  earlier: EarlierWording[];
  page: number;
  pages: number;
};

/** Address of an article's history, and of one of its later pages. */
export function historyPath(articlePath: string, page = 1): string {
  return page === 1 ? `${articlePath}history/` : `${articlePath}history/page/${page}/`;
}

/** Address of two versions compared. */
export function comparePath(articlePath: string, { from, to }: { from: number; to: number }): string {
  return `${historyPath(articlePath)}?from=${from}&to=${to}`;
}
