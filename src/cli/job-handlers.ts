import { publishDue } from '../articles/publish-due.ts';
import { snapshotKept } from '../citations/keep-snapshot.ts';
import { scrub, scrubKind } from '../comments/erasure/scrub.ts';
import { learn, learnKind } from '../comments/filters/learned/learn.ts';
import { runTrial, trialKind } from '../comments/filters/trials/run-trial.ts';
import { reportNewsKind } from '../comments/reports/settle-reports.ts';
import { newsKind } from '../comments/tell-subscribers.ts';
import { lanesFor } from '../jobs/lane.ts';
import type { Handlers } from '../jobs/run-jobs.ts';
import { sendLetter } from '../letters/send-letter.ts';
import { quoteCited, quoteKind, quoteLater } from '../marks/quote-cited.ts';
import { takeEffect } from '../moderation/press-release.ts';
import { keepKind, keepTakesEffect } from '../moderation/reports/press-keep.ts';
import { sendReportLetter } from '../moderation/reports/report-letter.ts';
import { reasonsMailKind } from '../moderation/statements/reasons-mail.ts';
import { sendReasons } from '../moderation/statements/send-reasons.ts';
import { sendStatementsKind } from '../moderation/statements/sending/note-statements.ts';
import { sendStatements } from '../moderation/statements/sending/send-statements.ts';
import { caseNewsKind, sendCaseMail } from '../notices/case-mail.ts';
import { removalKind, removeFiles } from '../pictures/remove-files.ts';
import { sendWriterLetter, writerLetterKind } from '../pseudonyms/writer-letter.ts';
import { askCalled, witnessKind } from '../publication/witnesses/call-witnesses.ts';
import { reviewMailKind } from '../reviews/review-mail.ts';
import { sendReview } from '../reviews/send-review.ts';
import { fanOutNews, sendKind } from '../subscriptions/fan-out.ts';
import { sendConfirmation } from '../subscriptions/send-confirmation.ts';
import { sendNews } from '../subscriptions/send-news.ts';
import { confirmKind } from '../subscriptions/subscribe.ts';

/** What to do for each kind of job. */
export const jobHandlers: Handlers = {
  'article.publish-due': publishDue,
  'comment.release': takeEffect,
  'mail.send': sendLetter,
  [snapshotKept]: quoteCited,
  [quoteKind]: quoteLater,
  [scrubKind]: scrub,
  [trialKind]: runTrial,
  [learnKind]: learn,
  [writerLetterKind]: sendWriterLetter,
  [caseNewsKind]: sendCaseMail,
  [reasonsMailKind]: sendReasons,
  [keepKind]: keepTakesEffect,
  [reportNewsKind]: sendReportLetter,
  [reviewMailKind]: sendReview,
  [newsKind]: fanOutNews,
  [sendKind]: sendNews,
  [confirmKind]: sendConfirmation,
  [removalKind]: removeFiles,
  [witnessKind]: askCalled,
  [sendStatementsKind]: sendStatements,
};

/** What waits for another host, or takes long, goes apart, letters five at once: however slow it is, what has its time is done on time. */
export const jobLanes = lanesFor({
  'mail.send': { atOnce: 5 },
  [writerLetterKind]: { atOnce: 2 },
  [caseNewsKind]: { atOnce: 2 },
  [reasonsMailKind]: { atOnce: 2 },
  [reportNewsKind]: { atOnce: 2 },
  [reviewMailKind]: { atOnce: 2 },
  [sendKind]: { atOnce: 3 },
  [confirmKind]: { atOnce: 2 },
  [removalKind]: { atOnce: 1 },
  [witnessKind]: { atOnce: 2 },
  [sendStatementsKind]: { atOnce: 1 },
  [scrubKind]: { atOnce: 1 },
  [trialKind]: { atOnce: 1 },
  [learnKind]: { atOnce: 1 },
});
