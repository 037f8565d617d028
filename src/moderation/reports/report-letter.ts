import { lastingPath } from '../../comments/comment.ts';
import { type ReportMail, reportNewsKind } from '../../comments/reports/settle-reports.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { takePlace } from '../../letters/day-cap.ts';
import { senderOf } from '../../letters/sender.ts';
import { RefusedAddress } from '../../mail/message.ts';
import { readSettings } from '../../publication/queries.ts';
import type { Site } from '../../site.ts';
import { reportReviewPath } from './review-address.ts';
import { outcomeWords } from './wording.ts';

/**
 * The job of that name: tells a reporter what became of their report, in one letter without a word of the response,
 * since anybody can type anybody's address; then the address is deleted. Later where it had its letters of the day.
 */
export async function sendReportLetter(site: Site, mail: ReportMail): Promise<void> {
  if (site.mail === null) throw new Error('No mail server is set: set HUSTINGS_SMTP.');
  const report = await settledReport(site, mail.id);
  if (report === null) return;
  const { email, url } = report;
  const review = site.config.url + reportReviewPath(site, mail.id);
  const waits = await site.store.write(async (tx) => {
    const dueAt = await takePlace(site, tx, { id: mail.id, email, kind: 'asked' });
    if (dueAt !== null) await enqueue(site, tx, { kind: reportNewsKind, payload: mail, dueAt });
    return dueAt;
  });
  if (waits !== null) return;
  const settings = await readSettings(site);
  const { title } = settings;
  try {
    await site.mail({
      ...{ id: `report.${mail.id}`, from: senderOf(site, settings), to: email, date: new Date(mail.at) },
      subject: outcomeWords.subject(title),
      text: outcomeWords.text({
        publication: title,
        url,
        review,
        outcome: report.outcome,
        reason: report.reason,
      }),
    });
  } catch (error) {
    if (!(error instanceof RefusedAddress)) throw error;
  }
  await site.store.write((tx) =>
    tx.updateTable('reports').set({ email: null }).where('id', '=', mail.id).execute(),
  );
}

async function settledReport(site: Site, id: string) {
  const row = await site.store.read
    .selectFrom('reports')
    .innerJoin('report_items', 'report_items.id', 'reports.item_id')
    .innerJoin('comments', 'comments.id', 'reports.comment_id')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select(['reports.email', 'report_items.outcome', 'reason_label', 'number', 'path'])
    .where('reports.id', '=', id)
    .where('report_items.closed_at', 'is not', null)
    .executeTakeFirst();
  if (!row || row.email === null || row.outcome === null || row.number === null) return null;
  const url = site.config.url + lastingPath(row.path ?? '/', row.number);
  return { email: row.email, outcome: row.outcome, reason: row.reason_label, url };
}
