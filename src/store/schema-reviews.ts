import type { Time } from './schema.ts';

/** Reviews of decisions, as Kysely types the table. */
export type ReviewTables = {
  reviews: {
    id: string;
    /** What is to be looked at again: a decision on a response, a suspension, or that a report was not followed. */
    subject: 'decision' | 'suspension' | 'report';
    /** Whose id it is follows from `subject`. */
    subject_id: string;
    comment_id: string;
    asked_by: 'writer' | 'reporter';
    /** What the asker wrote; empty for nothing, and after an erasure. */
    words: string;
    asked_at: Time;
    decided_at: Time | null;
    outcome: 'upheld' | 'reversed' | 'upheld-by-same' | 'reversed-by-same' | null;
    /** The sentence told to the asker: never in the record. */
    sentence: string | null;
    by_role: string | null;
    by_staff: string | null;
  };
};
