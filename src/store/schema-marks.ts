import type { Time } from './schema.ts';

/** What is marked in responses. Letters are those of their paragraphs as plain text; ends are exclusive. */
export type MarkTables = {
  comment_annotations: { comment_id: string; article_id: string; at: Time };
  comment_quotations: {
    comment_id: string;
    position: number;
    article_id: string;
    /** Of the response that quotes. */
    number: number;
    paragraph: number;
    from_letter: number;
    last_paragraph: number;
    to_letter: number;
    verdict: 'exact' | 'altered';
    source_kind: 'article' | 'comment' | 'citation';
    /** Of the comment or the citation; null for the article. */
    source_id: string | null;
    /** Of the quoted response; 0 for the article, null for a citation. */
    source_number: number | null;
    /** The version of the article in which the words stand. */
    source_revision: number | null;
    /** Null where the words no longer stand in their source. */
    source_paragraph: number | null;
    source_from: number | null;
    source_to: number | null;
  };
  comment_references: {
    comment_id: string;
    position: number;
    article_id: string;
    number: number;
    paragraph: number;
    from_letter: number;
    to_letter: number;
    target_number: number;
  };
  comment_unmarked: { comment_id: string; paragraph: number; from_letter: number };
  annotated_articles: { article_id: string; version: number };
};
