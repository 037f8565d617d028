import type { Stage } from '../../staff/permissions.ts';

/** An article in the desk's lists. */
export type ListedArticle = {
  id: string;
  title: string;
  stage: Stage;
  /** Null until it is published. */
  path: string | null;
  publishedAt: string | null;
  updatedAt: string;
  /** When it appears by itself; null where no time is set. */
  publishAt: string | null;
  /** Since when it waits for a reader; null where it does not. */
  askedAt: string | null;
  authors: string[];
};
