import type { Time } from './schema.ts';

/** What goes out to others by a setting, and what they answered, as Kysely types the tables. */
export type OutsideTables = {
  /** A witness of the record, by its key. */
  record_witnesses: {
    key: string;
    /** How many entries of ours it has seen. */
    size: number;
    asked_at: Time;
    /** It is not asked before. */
    due_at: Time;
    failures: number;
    failing_since: Time | null;
    /** The code of what is wrong; null where nothing is. */
    trouble: string | null;
    why: string | null;
  };
  /** A line of signature under the checkpoint of so many entries, `at` the time in it; `root` in base64. */
  record_cosignatures: { key: string; size: number; root: string; line: string; at: Time };
  /** What became of a statement of reasons, by the id of its decision. */
  statement_sendings: {
    puid: string;
    state: 'waiting' | 'sent' | 'refused' | 'exempt';
    noted_at: Time;
    settled_at: Time | null;
    /** Why it was refused, or is not sent. */
    why: string | null;
  };
  /** One row: decisions from the day `send_from` on were looked through up to the id `looked_to`. */
  statement_sender: {
    id: number;
    send_from: string;
    looked_to: string;
    /** Nothing is sent before. */
    due_at: Time;
    failures: number;
    failing_since: Time | null;
    why: string | null;
    /** How many are sent at once, fewer after a refusal that named none. */
    at_once: number;
  };
};
