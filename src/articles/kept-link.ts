/** A link whose page is gone or was changed, with what was kept of it. Times are UTC. */
export type KeptLink = {
  /** As the colophon calls it. */
  label: string;
  url: string;
  title: string | null;
  site: string | null;
  author: string | null;
  /** As far as the page told it: `2026`, `2026-03`, `2026-03-12` or a time. */
  dated: string | null;
  language: string | null;
  state: 'gone' | 'words-gone' | 'changed';
  since: string;
  excerpt: string | null;
  /** When it was kept; null where nothing was, because it was never seen. */
  keptAt: string | null;
  /** Where an archive has it, and as of when; null where none is known. */
  archive: { url: string; at: string } | null;
};
