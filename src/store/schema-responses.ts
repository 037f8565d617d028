import type { Flag, Time } from './schema.ts';

/** What responses leave behind when their writers write again. */
export type ResponseTables = {
  /** A wording that another one replaced. */
  comment_versions: {
    comment_id: string;
    number: number;
    name: string;
    url: string | null;
    source: string;
    in_reply_to: number | null;
    salt: string;
    replaced_at: Time;
    /** Readers saw it: an entry of the record commits to it. */
    shown: Flag;
  };
};
