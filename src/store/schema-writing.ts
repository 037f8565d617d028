import type { Time } from './schema.ts';

/** What an article’s opened forms leave behind. */
export type WritingTables = {
  /** What stands in an opened form and is not saved; `fields` is JSON. */
  working_copies: {
    id: string;
    article_id: string;
    staff_id: string;
    fields: string;
    based_on: string;
    at: Time;
    /** When its words were saved or thrown away: what a browser sends of them later is old. */
    closed_at: Time | null;
  };
  /** What was saved, by the article’s `updated_at` then; `fields` is JSON. */
  draft_versions: { article_id: string; version: Time; fields: string; staff_id: string | null };
  /** Forms in which an article is open. */
  article_presence: { form_id: string; article_id: string; staff_id: string; since: Time; seen_at: Time };
};
