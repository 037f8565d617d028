import type { CorrectionKind } from '../../store/schema.ts';

/** How a note read, and until when. */
export type EarlierNote = { at: string; was: string; now: string; why: string };

/** A correction, clarification, apology or update as readers see it. */
export type CorrectionView = {
  /** Its number under its article; its anchor is `correction-N`. */
  number: number;
  kind: CorrectionKind;
  /** When it was first given, and when its note was last changed; UTC ISO times. */
  at: string;
  changedAt: string | null;
  /** Withdrawn: only this line is left, and `why`. */
  withdrawn: boolean;
  was: string;
  now: string;
  why: string;
  prominence: 'top' | 'foot';
  /** The version in which it was mended. */
  revision: number | null;
  /** How the note read before it was changed, oldest first. */
  earlier: EarlierNote[];
};

/** `language` is a BCP 47 tag; null for the publication's own. */
export type TitledArticle = { title: string; path: string; language: string | null };

/** One in the list of all corrections. */
export type ListedCorrection = CorrectionView & { article: TitledArticle };

/** When an article or what is said of it last changed; a UTC ISO time. */
export function lastChangeOf({
  updatedAt,
  corrections,
}: {
  updatedAt: string;
  corrections: CorrectionView[];
}): string {
  const times = [updatedAt, ...corrections.map(({ at, changedAt }) => changedAt ?? at)];
  return times.sort().at(-1) ?? updatedAt;
}

/** Address of a correction on its article's page. */
export function correctionPlace(articlePath: string, number: number): string {
  return `${articlePath}#correction-${number}`;
}
