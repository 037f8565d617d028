import type { CleanHtml } from '../../lib/clean-html.ts';
import type { CommentState } from '../../store/schema.ts';

/** A response as whoever decides it sees it. */
export type DeskResponse = {
  id: string;
  state: CommentState;
  name: string;
  /** The writer's page, or null. */
  url: string | null;
  /** Null where its writer took the words back, or they were erased. */
  html: CleanHtml | null;
  /** How often its writer has changed the words. */
  wordings: number;
  postedAt: string;
  number: number | null;
  /** Path and anchor where readers see it; null while it has no number. */
  place: string | null;
  links: number;
  /** Codes of why it was held. */
  heldFor: string[];
  /** What filters found in it, by the code. */
  findings: Record<string, string[]>;
  /** When a release that was pressed takes effect; null while none was. */
  releaseAt: string | null;
  /** What it answers; `name` and `beginning` are null where that is no longer shown. */
  answers: { number: number; name: string | null; beginning: string | null } | null;
  article: { id: string; title: string; path: string };
  /** What was last decided. */
  decision: Decision | null;
};

export type Decision = {
  kind: string;
  at: string;
  byRole: string;
  byName: string | null;
  reason: string | null;
  sentence: string | null;
};

/** An article with so many responses under it. */
export type CountedArticle = { id: string; title: string; count: number };

/** Why a form was not taken, and the sentence that was typed into it. */
export type RemovalRefusal = { id: string; reason: string; sentence: string; why: RemovalFault[] };
export type RemovalFault = { field: 'reason' | 'sentence'; sentence: string };

/** Whole seconds until a release takes effect; 0 when it is about to. */
export function secondsLeft(releaseAt: string, now: Date): number {
  return Math.max(0, Math.ceil((Date.parse(releaseAt) - now.getTime()) / 1000));
}
