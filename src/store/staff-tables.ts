import type { Flag, Time } from './schema.ts';

/** The tables about the people who sign in at the desk. */
export type StaffTables = {
  staff: {
    id: string;
    name: string;
    email: string;
    emailVerified: Flag;
    image: string | null;
    role: string;
    disabledAt: Time | null;
    createdAt: Time;
    updatedAt: Time;
  };
  staff_authenticators: {
    id: string;
    staff_id: string;
    /** Encrypted. */
    secret: string;
    made_at: Time;
    /** Null until a first code has shown that it is set up. */
    confirmed_at: Time | null;
    last_step: number;
  };
  staff_recovery_codes: { code_hash: string; staff_id: string; made_at: Time; used_at: Time | null };
  staff_tries: { key: string; tries: number; until: Time };
  staff_invitations: {
    id: string;
    name: string;
    email: string;
    role: string;
    made_at: Time;
    /** Null for one made at a terminal. */
    made_by: string | null;
    expires_at: Time;
    used_at: Time | null;
    /** Whom it brought in. */
    staff_id: string | null;
    withdrawn_at: Time | null;
    /** The job of the letter that it went out by; null where no mail server was set. */
    letter_job: string | null;
  };
  staff_letter_links: {
    token_hash: string;
    letter_id: string;
    staff_id: string;
    expires_at: Time;
    used_at: Time | null;
  };
  staff_invitation_links: { token_hash: string; invitation_id: string };
};
