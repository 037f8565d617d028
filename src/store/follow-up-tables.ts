/** What came of a dated claim. */
export type ClaimOutcome = 'confirmed' | 'partly' | 'denied' | 'unresolved';

/** What articles said would happen, what came of it, and how their authors know; times are UTC, ISO. */
export type FollowUpTables = {
  article_claims: {
    article_id: string;
    number: number;
    version: number;
    state: 'standing' | 'withdrawn';
    passage: string;
    /** In plain words, where they say it better; empty where the passage does. */
    claim: string;
    /** A date of the calendar in the publication's zone, `YYYY-MM-DD`. */
    due: string;
    salt: string;
    at: string;
    by_staff: string | null;
  };
  claim_outcomes: {
    id: string;
    /** The claim: its article and its number there. */
    article_id: string;
    number: number;
    /** The article that closes it. */
    by_article_id: string;
    outcome: ClaimOutcome;
    sentence: string;
    on_date: string;
    salt: string;
    at: string;
    by_staff: string | null;
    /** When it took effect; null while the closing article is a draft. */
    public_at: string | null;
  };
  article_attributions: {
    article_id: string;
    version: number;
    /** Canonical JSON of the classes of source and the replies sought. */
    content: string;
    salt: string;
    at: string;
    by_staff: string | null;
  };
};
