import type { CitationState } from '../../store/schema-citations.ts';

/** How a cited page may stand, in the order in which the desk lists them. */
export const linkStates = [
  ...(['dead', 'changed', 'failing', 'refused', 'barred', 'new', 'fine', 'forgotten'] as const),
] as const satisfies CitationState[];

/** A cited page as the desk lists it. Times are UTC. */
export type ListedLink = {
  id: string;
  url: string;
  host: string;
  state: CitationState;
  since: string;
  /** What the last look brought; of a forgotten one why it is. */
  sentence: string | null;
  checkedAt: string | null;
  dueAt: string | null;
  archive: string | null;
  /** Since when its host is never asked, and why. */
  barred: { at: string; reason: string } | null;
  /** Of its first snapshot. */
  kept: {
    at: string;
    title: string | null;
    site: string | null;
    excerpt: string | null;
    hash: string;
    bytes: number;
  } | null;
  /** The first few texts that cite it: an article, or a response to it. */
  uses: { title: string; path: string; number: number | null }[];
};

export type LinksView = {
  links: ListedLink[];
  counts: Map<CitationState, number>;
  /** Which are listed: all, or those of one state. */
  shown: CitationState | null;
  page: number;
  pages: number;
  done: 'again' | 'forget' | 'bar' | 'allow' | null;
  /** What was refused, of which link, and what was typed. */
  refused: { sentence: string; id: string; act: string; reason: string } | null;
  /** Whether anything is looked at now. */
  on: boolean;
};

export const linksPath = '/desk/links/';
