import type { Time } from './schema.ts';

/** How moderators work together on what waits, as Kysely types the tables. */
export type ModerationTables = {
  /** Of a response and of the holder of its name; goes when either is erased. */
  comment_notes: {
    id: string;
    comment_id: string;
    pseudonym_id: string | null;
    at: Time;
    by_role: string;
    by_staff: string | null;
    text: string;
  };
  /** What a filter found in a response, as a list: for moderators alone. Goes with the words. */
  comment_findings: { comment_id: string; reason: string; found: string };
  /** Who has a held response open, until when. */
  comment_leases: { comment_id: string; staff_id: string; until: Time };
  /** How somebody wants the queue narrowed: the query of its address. */
  queue_views: { staff_id: string; query: string };
  /** That somebody decided on a response on which somebody else had. `first` is what they had decided; `press` a release that was to come. */
  late_decisions: {
    id: string;
    comment_id: string;
    at: Time;
    wanted: 'release' | 'remove';
    by_staff: string;
    first: string;
    first_staff: string;
  };
};
