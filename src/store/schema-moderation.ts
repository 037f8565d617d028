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
  /** What a filter would have held: `value` is its setting, `tally` what was counted so far. */
  filter_trials: {
    id: string;
    reason: string;
    value: string;
    asked_at: Time;
    asked_by: string | null;
    since: Time;
    total: number;
    tally: string;
    done_at: Time | null;
  };
  /** What was learned from decisions, derived from them: `figures` is how well, `model` empty while there are too few. */
  learned_models: { name: string; made_at: Time; figures: string; model: string };
  /** A proof of work that came with a response in a flood, until it is too old to be used again. */
  spent_proofs: { id: string; until: Time };
  /** Who has a held response open, until when. */
  comment_leases: { comment_id: string; staff_id: string; until: Time };
  /** How somebody wants the queue narrowed: the query of its address, under a name of theirs. */
  named_views: { id: string; staff_id: string; name: string; query: string };
  /** How those who moderate are told of what waits. */
  moderator_news: {
    staff_id: string;
    digest: 'off' | 'hourly' | 'daily';
    /** When they were last written to, or chose. */
    told_at: Time | null;
    /** Of the secret in their feed's address; null where they have none. */
    feed_hash: string | null;
    feed_made_at: Time | null;
  };
  /** That somebody decided on a response on which somebody else had. `first` is what they had decided; `press` a release that was to come. */
  late_decisions: {
    id: string;
    comment_id: string;
    at: Time;
    wanted: 'release' | 'remove' | 'keep';
    by_staff: string;
    first: string;
    first_staff: string;
  };
  /** All reports of readers on one response, until they are settled; what comes later is another item. */
  report_items: {
    id: string;
    comment_id: string;
    article_id: string;
    first_at: Time;
    last_at: Time;
    /** How many addresses reported it. */
    count: number;
    /** How many hours longer it counts as having waited. */
    head_start: number;
    queue_at: Time;
    /** When so many reports held the response back; null where none did. */
    withheld_at: Time | null;
    /** When a decision to keep the response takes effect, and whose it is (JSON); null while none was pressed. */
    keep_at: Time | null;
    keep_by: string | null;
    closed_at: Time | null;
    /** `gone` where its writer took the words back, or they were erased. */
    outcome: 'kept' | 'removed' | 'gone' | null;
    /** The reason of a removal, as it then read. */
    reason_label: string | null;
    by_role: string | null;
    by_staff: string | null;
  };
  reports: {
    id: string;
    item_id: string;
    comment_id: string;
    at: Time;
    /** The code of a rule, or `legal` or `other`. */
    reason: string;
    /** What the reporter added; empty for nothing. */
    text: string;
    /** Where the outcome goes; deleted with it. */
    email: string | null;
    /** A keyed hash; null once it was kept for as long as such are. */
    address_hash: string | null;
  };
};
