import type { Time } from './schema.ts';

/** The tables of what articles are arranged by, as Kysely types them. */
export type ArrangingSchema = {
  kept_changes: {
    subject_id: string;
    number: number;
    action: string;
    /** What the record's entry commits to, with the salt. */
    words: string;
    salt: string;
    at: Time;
    by_staff: string | null;
  };
  tag_former_slugs: { slug: string; tag_id: string; at: Time; by_staff: string | null };
  tag_introductions: { tag_id: string; source: string; at: Time; by_staff: string | null };
  series: {
    id: string;
    slug: string;
    title: string;
    introduction: string;
    created_at: Time;
    changed_at: Time;
  };
  series_parts: { article_id: string; series_id: string; position: number };
  series_former_slugs: { slug: string; series_id: string; at: Time; by_staff: string | null };
  static_pages: {
    id: string;
    slug: string;
    title: string;
    source: string;
    created_at: Time;
    changed_at: Time;
  };
  static_page_withdrawals: {
    id: string;
    page_id: string;
    at: Time;
    by_staff: string | null;
    note: string;
    /** Null while it stands. */
    restored_at: Time | null;
    restored_by: string | null;
  };
  menu_entries: {
    place: string;
    position: number;
    label: string;
    target_kind: string;
    target_id: string;
  };
};
