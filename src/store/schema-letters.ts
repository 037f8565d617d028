import type { Time } from './schema.ts';

/** Answers to one's own response, or everything under the article. */
export type LetterKind = 'answers' | 'thread';
/** A letter for each, or one a day. */
export type LetterPace = 'each' | 'daily';

/** Readers who are told by mail. */
export type LetterTables = {
  letter_addresses: {
    id: string;
    email: string;
    created_at: Time;
    asked_at: Time;
    confirmed_at: Time | null;
    /** Its server refused it for ever. */
    stopped_at: Time | null;
    stopped_why: string | null;
  };
  letter_subscriptions: {
    id: string;
    address_id: string;
    article_id: string;
    /** The subscriber's own response. */
    comment_id: string;
    kind: LetterKind;
    pace: LetterPace;
    created_at: Time;
    /** When the reader of the address said yes to these; null while they have not. */
    agreed_at: Time | null;
  };
  letter_news: {
    address_id: string;
    comment_id: string;
    pace: LetterPace;
    at: Time;
    /** When it was told, or was found to be no longer there to be told. */
    sent_at: Time | null;
    /** The letter that told it; null where none did. */
    letter_id: string | null;
    /** When somebody began to send that letter; null while nobody has, and after it failed. */
    claimed_at: Time | null;
  };
  /** `sent` is JSON: the letters of a day. */
  letter_days: { to_hash: string; sent: string; at: Time };
};
