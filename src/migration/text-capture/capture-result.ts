/** The tags of an article: the names still there, and how many places for a name are empty. */
export interface CapturedTags {
  names: string[];
  lost: number;
}

/** An address that the page printed under a mark, such as `[a]` or `[1]`. */
export interface CapturedLink {
  mark: string;
  text: string;
}

/** One comment as the capture gives it; what the text does not say is null, or absent where optional. */
export interface CapturedComment {
  number: number;
  author: string | null;
  published: string | null;
  kind: 'comment' | 'pingback';
  paragraphs: string[];
  lostLinks: number;
  inReplyTo?: number;
  /** Numbers that the page names as by the same writer: at most so many as it prints. */
  sameWriter?: number[];
  /** Its name is of an archive, and held by nobody. */
  archived?: boolean;
  edited?: string;
  /** One of the publication's staff wrote it. */
  byStaff?: boolean;
  /** Its writer had the name taken off. */
  unnamed?: boolean;
  /** The page of its writer. */
  url?: string;
  address?: string;
  links?: CapturedLink[];
}

/** A number whose comment is gone, as a Hustings page accounts for it. `on` is an ISO date-time. */
export interface CapturedTombstone {
  number: number;
  state: 'removed' | 'withdrawn' | 'withheld';
  on: string | null;
  published?: string;
  inReplyTo?: number;
  /** Who had its words erased, as the page says it. */
  erasedBy?: string;
  /** The rule or the reason. */
  reason?: string;
  address?: string;
}

/** One weblog page. Dates are ISO dates or date-times, with an offset only where the text gives one. */
export interface CapturedArticle {
  title: string;
  byline: string | null;
  published: string | null;
  paragraphs: string[];
  tags: CapturedTags;
  lostLinks: number;
  commentsStated: number | null;
  commentsOpen: boolean | null;
  comments: CapturedComment[];
  standfirst?: string;
  /** The publication as the page names it, with its place. */
  publication?: string;
  revised?: string;
  corrected?: string;
  /** The newest note of each other kind: `clarification`, `apology`, `update`. */
  noted?: { kind: string; at: string }[];
  /** A BCP 47 tag, where the article is not in the publication's language. */
  language?: string;
  /** The first responses that quote it. */
  quotedBy?: number[];
  /** `Part 2 of 3 of Title`. */
  series?: string;
  /** What the page lists with its address below the article: its series, what it follows and what follows it. */
  related?: { words: string; address: string }[];
  address?: string;
  links?: CapturedLink[];
  /** Which of the paragraphs are headings. */
  headings?: string[];
  tombstones?: CapturedTombstone[];
  /** Sentences about what was lost, left out or odd. */
  notes?: string[];
}

/** What `import --dry-run --json` prints for a text capture. `refused` is a sentence, or null. */
export interface CaptureResult {
  format: 'text-capture';
  refused: string | null;
  articles: CapturedArticle[];
}
