import type { CleanHtml } from '../lib/clean-html.ts';
import type { SharedPicture } from '../pictures/expand-pictures.ts';
import type { Attribution } from './attributions/attribution.ts';
import type { ClaimView, ListedClaim, OutcomeView } from './claims/claim-view.ts';
import type { CorrectionView } from './corrections/correction-view.ts';
import type { GuestFacts } from './guests/guest.ts';
import type { KeptLink } from './kept-link.ts';
import type { SeriesPlace } from './series/series.ts';

export type NamedPath = { name: string; path: string };

/** A name over an article; `guest` where it is none of the staff's. */
export type Author = NamedPath & { guest?: GuestFacts };

/** An article in a list: front page, archive, tag, author, search. */
export type ArticleSummary = {
  id: string;
  path: string;
  title: string;
  standfirst: string | null;
  /** UTC ISO time of publication here. */
  publishedAt: string;
  /** What the page prints: `YYYY-MM-DD` or an ISO time; null when the original date is unknown. */
  dated: string | null;
  authors: Author[];
  tags: NamedPath[];
  /** A BCP 47 tag; null for the publication's own language. */
  language: string | null;
  /** Published responses. */
  responses: number;
  open: boolean;
};

/** An article as its own page shows it. */
export type ArticleView = ArticleSummary & {
  html: CleanHtml;
  /** The first picture, for links to the article from elsewhere; null where it has none. */
  image: SharedPicture | null;
  /** Full addresses of the links in the text, in order, with what the colophon calls them: `a`, `b`, … */
  links: { label: string; url: string; text: string }[];
  /** What was kept of pages that are gone from where it links to. */
  kept?: KeptLink[];
  updatedAt: string;
  /** True when a later revision than the first is shown. */
  revised: boolean;
  counts: { published: number; removed: number; withdrawn: number; withheld: number };
  /** The highest number given. */
  lastNumber: number;
  /** Why no response can be sent, as a sentence; null while the form is open. */
  closed: string | null;
  /** What was said of it after it was published, the first first. */
  corrections: CorrectionView[];
  /** What it said would happen, and what came of it. */
  claims: ClaimView[];
  /** Claims of earlier articles that it closes. */
  closes: (ListedClaim & { said: OutcomeView })[];
  /** Its place in its series, among the parts that readers see; null where it is part of none. */
  series: SeriesPlace | null;
  /** How its author knows; null where nothing is said. */
  attribution: Attribution | null;
  /** Sentences on what an import could not bring back. */
  losses: string[];
  /** False for an import: its dates and names are those of the archive. */
  native: boolean;
};
