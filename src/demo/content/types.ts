export type DemoComment = {
  /** A pseudonym. */
  name: string;
  /** ISO UTC to the minute, after the article's. */
  at: string;
  /** Paragraphs by blank line, `> ` quotations, links, *emphasis*, lists. */
  text: string;
  /** The number of an earlier comment. */
  inReplyTo?: number;
  /** The writer's own page. */
  url?: string;
  /** Published unless it says otherwise. Held ones have no number and stand last. */
  state?: 'removed' | 'withdrawn' | 'held';
  /** Why it was removed. */
  reason?: {
    code: 'off-topic' | 'private-life' | 'unsourced-allegation' | 'hatred' | 'advertising';
    sentence: string;
  };
  /** When it was removed or withdrawn. */
  decidedAt?: string;
  /** Of the staff, in their own name. */
  isStaff?: true;
  /** What it said before its writer changed it, within ten minutes. */
  edited?: { at: string; was: string };
};

export type DemoArticle = {
  slug: string;
  title: string;
  standfirst: string;
  /** One or two authors. */
  byline: string[];
  /** ISO UTC. */
  published: string;
  tags: string[];
  /** Markdown: paragraphs, ## headings, > quotations, lists, links. */
  body: string;
  policy?: 'open' | 'first-held' | 'all-held' | 'closed';
  comments: DemoComment[];
  /** Passages that say what will happen by a date, verbatim from the body: kept for the follow-ups. */
  claims?: { passage: string; due: string }[];
  /** Classes of source used, as the author would fill them in. */
  sources?: { class: string; count: number; note?: string }[];
  /** What was said of it afterwards. */
  corrections?: DemoCorrection[];
};

export type DemoCorrection = {
  /** ISO UTC. */
  at: string;
  kind: 'correction' | 'clarification' | 'apology' | 'update';
  was: string;
  now: string;
  why: string;
  prominence: 'top' | 'foot';
};

/** A page elsewhere that a text of the demo links to, as it was and what became of it. */
export type DemoCitedPage = {
  url: string;
  /** The article under which it is cited. */
  slug: string;
  /** ISO UTC: when it was first looked at. */
  kept: string;
  was: DemoPage;
  /** ISO UTC. */
  since: string;
  /** Null where it is gone. */
  now: DemoPage | null;
};

export type DemoPage = { title: string; site: string; author: string; dated: string; paragraphs: string[] };

/** What is still being written when the demo is loaded. */
export type DemoDraft = Pick<DemoArticle, 'title' | 'standfirst' | 'byline' | 'tags' | 'body'> & {
  stands: { is: 'in-review'; note: string } | { is: 'scheduled' } | { is: 'unfinished' };
};

export type DemoPublication = {
  /** A series: slugs of its parts in their order, and when it was made. */
  series: { title: string; introduction: string; parts: string[]; made: string };
  title: string;
  tagline: string;
  place: string;
  language: string;
  /** Markdown, as are how decisions are made, privacy and contact. */
  about: string;
  /** One sentence each. */
  rules: string[];
  /** As they read at first. */
  firstRules: string[];
  howDecided: string;
  privacy: string;
  contact: string;
  email: string;
};
