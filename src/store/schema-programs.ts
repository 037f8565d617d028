import type { Time } from './schema.ts';

/** The tables of what programs do: their tokens, their requests, and where they are told. */
export type ProgramTables = {
  /** Requests that a program may send again: each made one thing. */
  sent_requests: { key_hash: string; request_hash: string; made_id: string; at: Time };
  webhooks: {
    id: string;
    url: string;
    /** Event types, apart by spaces. */
    events: string;
    secret_number: number;
    old_secret_until: Time | null;
    made_by: string;
    created_at: Time;
    stopped_at: Time | null;
    stopped_by: string | null;
    stopped_why: string | null;
    /** Since when no delivery succeeded. */
    failing_since: Time | null;
  };
  webhook_deliveries: {
    id: string;
    webhook_id: string;
    /** The same at each attempt: the receiver's guard against doubles. */
    message_id: string;
    event: string;
    payload: string;
    created_at: Time;
    state: 'waiting' | 'delivered' | 'failed';
    due_at: Time;
    claimed_at: Time | null;
    attempts: number;
    last_at: Time | null;
    status: number | null;
    outcome: string | null;
  };
  api_tokens: {
    id: string;
    staff_id: string;
    name: string;
    /** What it was made for, apart by spaces. */
    scopes: string;
    secret_hash: string;
    created_at: Time;
    expires_at: Time | null;
    /** `YYYY-MM-DD`. */
    last_used_on: string | null;
    revoked_at: Time | null;
    revoked_by: string | null;
  };
};
