import type { ArticleState } from '../../store/schema.ts';

/** An article in the desk's lists. */
export type ListedArticle = {
  id: string;
  title: string;
  state: ArticleState;
  /** Null until it is published. */
  path: string | null;
  publishedAt: string | null;
  updatedAt: string;
  authors: string[];
};
