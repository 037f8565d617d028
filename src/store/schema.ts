import type { Generated, GeneratedAlways, Kysely } from 'kysely';
import type { FollowUpTables } from './follow-up-tables.ts';
import type { ArrangingSchema } from './schema-arranging.ts';
import type { CaseTables } from './schema-cases.ts';
import type { CitationTables } from './schema-citations.ts';
import type { LetterTables } from './schema-letters.ts';
import type { MarkTables } from './schema-marks.ts';
import type { ModerationTables } from './schema-moderation.ts';
import type { OutsideTables } from './schema-outside.ts';
import type { ProgramTables } from './schema-programs.ts';
import type { PublishingSchema } from './schema-publishing.ts';
import type { ResponseTables } from './schema-responses.ts';
import type { ReviewTables } from './schema-reviews.ts';
import type { SuspensionTables } from './schema-suspensions.ts';
import type { WriterTables } from './schema-writers.ts';
import type { WritingTables } from './schema-writing.ts';
import type { StaffTables } from './staff-tables.ts';

/** Yes and no, as both engines keep them. */
export type Flag = 0 | 1;
/** A UTC time as `2026-03-12T07:00:00.000Z`: sorts as text. */
export type Time = string;

export type ArticleState = 'draft' | 'published' | 'withdrawn';
export type CommentState = 'held' | 'published' | 'removed' | 'withdrawn' | 'refused' | 'erased';
export type SourceFormat = 'markdown' | 'html';
export type CorrectionKind = 'correction' | 'clarification' | 'apology' | 'update';
export type RevisionKind = 'change' | 'minor';

/** The tables, as Kysely types them. Their definitions, with reasons, are in `migrations.ts`. */
export type Schema = StaffTables &
  PublishingSchema &
  FollowUpTables &
  ArrangingSchema &
  ProgramTables &
  MarkTables &
  WritingTables &
  CitationTables &
  WriterTables &
  ResponseTables &
  ModerationTables &
  LetterTables &
  ReviewTables &
  OutsideTables &
  SuspensionTables &
  CaseTables & {
    settings: { key: string; value: string };
    text_versions: {
      key: string;
      number: number;
      text: string;
      /** Of the commitment in the record's entry; null for a wording from before wordings were kept. */
      salt: string | null;
      since: Time | null;
      by_role: string | null;
    };
    articles: {
      id: string;
      /** `/YYYY/MM/DD/slug/`; null until first published. */
      path: string | null;
      /** The last part of the path that its editor wants; null for one made of the title. */
      slug: string | null;
      title: string;
      standfirst: string | null;
      source: string;
      source_format: SourceFormat;
      html: string;
      html_version: number;
      state: ArticleState;
      /** When it was published here; of an import without a date, the time of import. */
      published_at: Time | null;
      /** The date that the page shows: `YYYY-MM-DD` or a time, in the imported text's own precision; null if unknown. */
      dated: string | null;
      updated_at: Time;
      created_at: Time;
      comment_policy: string | null;
      close_after_days: number | null;
      slow_seconds: number | null;
      comments_closed: Flag;
      last_number: number;
      /** By which table of look-alikes the names of its archive are kept. */
      looks_version: number;
      salt: string;
      /** Where it came from: `desk`, `demo`, or an import's format. */
      origin: string;
      /** Sentences on what an import lost, JSON. */
      losses: string | null;
      /** A BCP 47 tag; null for the publication's own. */
      language: string | null;
      /** Grows whenever what is derived of it changes without an entry of the record: kept pages are then made anew. */
      marks: number;
    };
    article_revisions: {
      article_id: string;
      number: number;
      title: string;
      standfirst: string | null;
      source: string;
      source_format: SourceFormat;
      salt: string;
      at: Time;
      by_staff: string | null;
      /** `minor` is a typing error mended; everything else is a `change`. */
      kind: RevisionKind;
    };
    article_corrections: {
      article_id: string;
      number: number;
      version: number;
      state: 'standing' | 'withdrawn';
      kind: CorrectionKind;
      was: string;
      now_reads: string;
      why: string;
      prominence: 'top' | 'foot';
      /** The version of the article in which it was mended; null where none was. */
      revision: number | null;
      salt: string;
      /** When its first version was published. */
      given_at: Time;
      at: Time;
      by_staff: string | null;
    };
    revision_withholdings: {
      article_id: string;
      number: number;
      step: number;
      state: 'withheld' | 'lifted';
      reason: string;
      at: Time;
      by_role: string;
      by_staff: string | null;
    };
    pictures: {
      id: string;
      /** The number of the version that is shown. */
      version: number;
      alt: string;
      decorative: Flag;
      caption: string;
      credit: string;
      /** Everything that the library finds it by, folded. */
      words: string;
      created_at: Time;
      created_by: string | null;
    };
    picture_versions: {
      picture_id: string;
      number: number;
      /** Names the files made of it: 40 hexadecimal digits. */
      hash: string;
      width: number;
      height: number;
      /** What was uploaded. */
      format: string;
      bytes: number;
      animated: Flag;
      /** Why a moving picture stands still here, or null. */
      stilled: string | null;
      source_hash: string;
      file_name: string;
      salt: string;
      at: Time;
      by_staff: string | null;
    };
    picture_files: {
      hash: string;
      /** `960.webp` */
      name: string;
      width: number;
      height: number;
      format: string;
      bytes: number;
      sha256: string;
    };
    picture_uses: { article_id: string; picture_id: string; position: number };
    article_bylines: { article_id: string; position: number; name: string; slug: string };
    tags: { id: string; name: string; slug: string };
    article_tags: { article_id: string; position: number; tag_id: string };
    comments: {
      id: string;
      article_id: string;
      number: number | null;
      state: CommentState;
      pseudonym_id: string | null;
      name: string;
      url: string | null;
      email: string | null;
      source: string;
      html: string;
      html_version: number;
      in_reply_to: number | null;
      posted_at: Time;
      published_at: Time | null;
      /** The date that the page shows for an imported comment; null if unknown. */
      dated: string | null;
      address_hash: string | null;
      words_hash: string;
      salt: string;
      origin: string;
      kind: 'comment' | 'pingback';
      /** Why it was held, codes, JSON; null when it was not. */
      held_for: string | null;
      /** A release pressed at the desk takes effect then, unless it is undone. */
      release_at: Time | null;
      release_by: string | null;
      /** By which the queue is in order while it is held: see `comments/queue-place.ts`. Whoever holds it sets it. */
      queue_at: Generated<Time>;
      /** When its writer last changed what readers saw; null while it stands as it was published. */
      edited_at: Time | null;
      /** Whoever of the staff wrote it under their own name, `archive` where an import's page says so; null for a reader's. */
      by_staff: string | null;
      /** The same for all responses of an archive that its page said to be one writer's; else null. */
      archive_writer: string | null;
      /** When its name was taken off on request. */
      unnamed_at: Time | null;
      /** Since when it is withheld while a complaint is considered; its state is `removed` then. */
      withheld_at: Time | null;
    };
    comment_decisions: {
      id: string;
      comment_id: string;
      kind: 'release' | 'remove' | 'withhold' | 'refuse' | 'restore' | 'withdraw' | 'erase' | 'unname';
      at: Time;
      by_role: string;
      by_staff: string | null;
      reason_code: string | null;
      /** The rule as it read when it was applied. */
      reason_label: string | null;
      /** The sentence told to the writer: never in the record. */
      reason_text: string | null;
      /** Who pointed it out; null where staff found it by themselves. */
      source: Generated<'report' | 'notice' | null>;
      /** The case in which it was decided. */
      case_id: Generated<string | null>;
    };
    record_entries: {
      id: string;
      seq: number | null;
      at: Time;
      action: string;
      visibility: 'public' | 'private';
      /** The article whose page a public entry changed: what was built before it is no longer true. */
      article_id: string | null;
      leaf: string;
      private_body: string | null;
      private_salt: string | null;
      hash: string | null;
      /** What it is about: made by the engine of the entry's own bytes. */
      subject_id: GeneratedAlways<string | null>;
    };
    record_subtrees: { level: number; number: number; hash: string };
    jobs: {
      id: string;
      kind: string;
      payload: string;
      due_at: Time;
      attempts: number;
      claimed_at: Time | null;
      done_at: Time | null;
      error: string | null;
      /** When it gave up; stays until somebody has it tried again. */
      failed_at: Time | null;
      let_go_at: Time | null;
      let_go_by: string | null;
    };
  };

/** A handle to read with, or inside a write to read and write with. */
export type Db = Kysely<Schema>;
