import { agreedLetters } from './migrations/agreed-letters.ts';
import { archiveEmails } from './migrations/archive-emails.ts';
import { archiveWriters } from './migrations/archive-writers.ts';
import { articleLanguage } from './migrations/article-language.ts';
import { articlePins } from './migrations/article-pins.ts';
import { articleStages } from './migrations/article-stages.ts';
import { caseKeeping } from './migrations/case-keeping.ts';
import { casePlaces } from './migrations/case-places.ts';
import { caseReminders } from './migrations/case-reminders.ts';
import { caseReplies } from './migrations/case-replies.ts';
import { cases } from './migrations/cases.ts';
import { citations } from './migrations/citations.ts';
import { commentFindings } from './migrations/comment-findings.ts';
import { commentNotes } from './migrations/comment-notes.ts';
import { commentVersions } from './migrations/comment-versions.ts';
import { corrections } from './migrations/corrections.ts';
import { cosignatureKeys } from './migrations/cosignature-keys.ts';
import { decisionSources } from './migrations/decision-sources.ts';
import { doubtedPages } from './migrations/doubted-pages.ts';
import { dueHosts } from './migrations/due-hosts.ts';
import { erasure } from './migrations/erasure.ts';
import { failedJobs } from './migrations/failed-jobs.ts';
import { filterTrials } from './migrations/filter-trials.ts';
import { firstEdition } from './migrations/first-edition.ts';
import { floods } from './migrations/floods.ts';
import { followUps } from './migrations/follow-ups.ts';
import { forgottenPayloads } from './migrations/forgotten-payloads.ts';
import { guestBylines } from './migrations/guest-bylines.ts';
import { lastingAddresses } from './migrations/lasting-addresses.ts';
import { learnedModels } from './migrations/learned-models.ts';
import { letterDays } from './migrations/letter-days.ts';
import { letterLinks } from './migrations/letter-links.ts';
import { markedPages } from './migrations/marked-pages.ts';
import { marks } from './migrations/marks.ts';
import { moderatorNews } from './migrations/moderator-news.ts';
import { ownLooksVersion } from './migrations/own-looks-version.ts';
import { pictures } from './migrations/pictures.ts';
import { previewLinks } from './migrations/preview-links.ts';
import { programs } from './migrations/programs.ts';
import { publishing } from './migrations/publishing.ts';
import { putBack } from './migrations/put-back.ts';
import { queueByArticle } from './migrations/queue-by-article.ts';
import { queueIndex } from './migrations/queue-index.ts';
import { queueOrder } from './migrations/queue-order.ts';
import { readerLetters } from './migrations/reader-letters.ts';
import { recordCursors } from './migrations/record-cursors.ts';
import { recordSubjects } from './migrations/record-subjects.ts';
import { recordSubtrees } from './migrations/record-subtrees.ts';
import { recordWitnesses } from './migrations/record-witnesses.ts';
import { reportEmails } from './migrations/report-emails.ts';
import { reports } from './migrations/reports.ts';
import { reviews } from './migrations/reviews.ts';
import { revisionKinds } from './migrations/revision-kinds.ts';
import { searchByArticle } from './migrations/search-by-article.ts';
import { secondReader } from './migrations/second-reader.ts';
import { series } from './migrations/series.ts';
import { slowArticles } from './migrations/slow-articles.ts';
import { staffCredentials } from './migrations/staff-credentials.ts';
import { statementBatches } from './migrations/statement-batches.ts';
import { statementSendings } from './migrations/statement-sendings.ts';
import type { Migration } from './migrations/statements.ts';
import { staticPages } from './migrations/static-pages.ts';
import { suspensions } from './migrations/suspensions.ts';
import { tagNames } from './migrations/tag-names.ts';
import { textVersions } from './migrations/text-versions.ts';
import { webhooks } from './migrations/webhooks.ts';
import { withholding } from './migrations/withholding.ts';
import { workingCopies } from './migrations/working-copies.ts';
import { workingTogether } from './migrations/working-together.ts';
import { writers } from './migrations/writers.ts';

/**
 * Every change of the tables, oldest first, forward only. A released one is never edited: a new need is a new
 * file, and a line at the end. Statements are written once; what the engines call differently is put in by `both`.
 */
export const migrations: Migration[] = [
  firstEdition,
  articleStages,
  publishing,
  revisionKinds,
  staffCredentials,
  textVersions,
  pictures,
  corrections,
  programs,
  lastingAddresses,
  failedJobs,
  webhooks,
  followUps,
  tagNames,
  staticPages,
  secondReader,
  previewLinks,
  articlePins,
  workingCopies,
  letterLinks,
  articleLanguage,
  searchByArticle,
  guestBylines,
  series,
  markedPages,
  commentVersions,
  citations,
  writers,
  marks,
  erasure,
  archiveEmails,
  readerLetters,
  putBack,
  dueHosts,
  doubtedPages,
  ownLooksVersion,
  recordCursors,
  recordSubtrees,
  archiveWriters,
  agreedLetters,
  letterDays,
  queueOrder,
  cases,
  withholding,
  caseReplies,
  caseReminders,
  forgottenPayloads,
  commentNotes,
  workingTogether,
  commentFindings,
  decisionSources,
  recordSubjects,
  slowArticles,
  reports,
  reviews,
  moderatorNews,
  queueByArticle,
  suspensions,
  caseKeeping,
  filterTrials,
  learnedModels,
  casePlaces,
  recordWitnesses,
  statementSendings,
  reportEmails,
  floods,
  queueIndex,
  statementBatches,
  cosignatureKeys,
];
