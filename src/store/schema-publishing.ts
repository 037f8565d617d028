import type { Time } from './schema.ts';

/** The tables of what happens to an article on its way to readers and after, as Kysely types them. */
export type PublishingSchema = {
  /** `until` is null until somebody takes it down. */
  article_pins: { article_id: string; at: Time; by_staff: string | null; until: Time | null };
  guest_bylines: {
    article_id: string;
    name: string;
    note: string;
    url: string | null;
    at: Time;
    by_staff: string | null;
  };
  article_previews: {
    id: string;
    article_id: string;
    token_hash: string;
    made_at: Time;
    made_by: string | null;
    expires_at: Time;
    revoked_at: Time | null;
  };
  article_reviews: {
    id: string;
    article_id: string;
    asked_at: Time;
    asked_by: string | null;
    note: string;
    /** Null while the review is open. */
    closed_at: Time | null;
    closed_by: string | null;
    outcome: string | null;
    answer: string | null;
  };
  article_schedules: {
    article_id: string;
    publish_at: Time;
    /** What was typed, `YYYY-MM-DDTHH:MM`, and the zone it was meant in. */
    local_time: string;
    time_zone: string;
    set_at: Time;
    set_by: string | null;
    set_by_role: string;
  };
  article_withdrawals: {
    id: string;
    article_id: string;
    at: Time;
    by_staff: string | null;
    by_role: string;
    reason_code: string;
    /** Told to readers in its place. */
    note: string;
    /** Null while it stands. */
    restored_at: Time | null;
    restored_by: string | null;
  };
  article_moves: {
    article_id: string;
    number: number;
    from_path: string;
    to_path: string;
    at: Time;
    by_staff: string | null;
    /** Of the record's commitment to both paths. */
    salt: string;
  };
  article_risk_marks: {
    id: string;
    article_id: string;
    set_at: Time;
    set_by: string | null;
    reason: string;
    /** Null while it stands. */
    off_at: Time | null;
    off_by: string | null;
    off_reason: string | null;
  };
  article_readings: { article_id: string; staff_id: string; words_hash: string; at: Time };
  article_overrides: {
    id: string;
    article_id: string;
    at: Time;
    by_staff: string | null;
    reason: string;
    /** Of the record's commitment to the reason. */
    salt: string;
    /** Null for the next change of a published article. */
    words_hash: string | null;
    used_at: Time | null;
  };
  article_writers: { article_id: string; staff_id: string; first_at: Time };
  article_missed_times: {
    article_id: string;
    publish_at: Time;
    local_time: string;
    time_zone: string;
    missed_at: Time;
    /** Why it could not appear. */
    sentence: string;
  };
};
