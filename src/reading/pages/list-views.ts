import type { NamedPath } from '../../articles/article-view.ts';

/** A tag with the number of its published articles. */
export type TagCount = NamedPath & { count: number };

/** A month in which articles were published; `month` is 1 to 12, `path` its archive, such as `/2026/03/`. */
export type MonthCount = { year: number; month: number; count: number; path: string };
