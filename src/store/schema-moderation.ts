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
};
