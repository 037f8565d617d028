/** What the process that reads a page is told. */
export type ReadPage = {
  body: Uint8Array;
  /** The header `Content-Type` as it came. */
  type: string;
  /** What is quoted of it, each as a line of a block quotation. */
  passages: string[];
};

/** What a page says of itself; null where it says nothing. */
export type PageFacts = {
  title: string | null;
  site: string | null;
  author: string | null;
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a time. */
  dated: string | null;
  language: string | null;
};

/** What was read: `excerpt` is how it begins or describes itself, `found` the words around each passage. */
export type PageRead = PageFacts & { excerpt: string | null; paragraphs: string[]; found: (string | null)[] };
