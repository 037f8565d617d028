import type { Time } from './schema.ts';

/** Suspensions of writers, as Kysely types the table. */
export type SuspensionTables = {
  suspensions: {
    id: string;
    kind: 'pseudonym' | 'address';
    /** The response that it came from: its writer is told at its secret address. */
    comment_id: string;
    pseudonym_id: string | null;
    /** Null once it has ended. */
    address_hash: string | null;
    at: Time;
    /** Null for one that lasts until staff end it. */
    until: Time | null;
    by_role: string;
    by_staff: string | null;
    reason_code: string;
    /** The rule as it read then. */
    reason_label: string;
    /** The sentence told to the writer: never in the record. */
    reason_text: string | null;
    /** When staff ended it early. */
    ended_at: Time | null;
    ended_role: string | null;
    ended_staff: string | null;
  };
};
