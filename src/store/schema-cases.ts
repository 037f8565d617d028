import type { Flag, Time } from './schema.ts';

/** Legal notices. Which kinds there are, and of which fields, is told in `notices/notice.ts`. */
export type CaseTables = {
  /** How many cases a year has had. */
  case_counters: { year: number; last: number };
  cases: {
    id: string;
    /** `2026-019`: within the year in which it was received. */
    number: string;
    kind: string;
    article_id: string | null;
    comment_id: string | null;
    /** JSON of what the complainant wrote, by field. */
    fields: string;
    email: string | null;
    /** When a press on the page that only a letter leads to showed that the address is theirs. */
    confirmed_at: Time | null;
    received_at: Time;
    /** When the next step is due, by the clock of its regime; null when nothing is. */
    due_at: Time | null;
    /** Where it stands in the queue while it is open: `comments/queue-place.ts` tells it of when it is due. */
    queue_at: Time;
    closed_at: Time | null;
    outcome: string | null;
    /** For which `due_at` staff were last written to. */
    reminded_for: Time | null;
    /** When what was kept of it was forgotten, long after it was closed. */
    forgotten_at: Time | null;
    /** `YYYY-MM-DD`: the day on which staff were last told that it is overdue. */
    overdue_told: string | null;
  };
  /** What was done in a case: each step a row, never changed. */
  case_steps: {
    case_id: string;
    /** From 1 within the case. */
    number: number;
    kind: string;
    at: Time;
    by_role: string;
    by_staff: string | null;
    /** JSON of what the step says, by its kind. */
    facts: string | null;
  };
  /** The words of a response as they were when it was withheld. */
  case_evidence: {
    id: string;
    case_id: string;
    comment_id: string;
    name: string;
    url: string | null;
    source: string;
    html: string;
    in_reply_to: number | null;
    posted_at: Time;
    edited_at: Time | null;
    at: Time;
    /** The keyed hash of its writer’s network address, where it was still kept. */
    address_hash: string | null;
  };
  /** What a writer answered to a notice. */
  case_replies: {
    id: string;
    case_id: string;
    at: Time;
    kind: 'agreed' | 'stands' | 'defective';
    /** Whether the complainant may have the name and address; null where it was not said. */
    disclose: Flag | null;
    /** The name and address, encrypted; null where none were given. */
    identity: string | null;
    words: string;
  };
  case_letters: {
    id: string;
    case_id: string;
    recipient: 'complainant' | 'poster';
    kind: string;
    subject: string;
    text: string;
    at: Time;
  };
};
