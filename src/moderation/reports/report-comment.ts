import { openMark } from '../../articles/unread.ts';
import { riskHours } from '../../comments/queue-place.ts';
import { addressHash } from '../../comments/sent-before.ts';
import { newId } from '../../lib/ids.ts';
import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import { appendEntry } from '../../record/append.ts';
import type { Site } from '../../site.ts';
import { countTry } from '../../staff/tries.ts';
import type { Db } from '../../store/schema.ts';
import { lockComment } from '../decide.ts';
import { holdFirstTime } from './hold-first-time.ts';
import { headStartOf, type TypedReport, whyNotReported } from './report.ts';

const hour = 3_600_000;
/** So many reports in an hour come from one network address. */
const mostFromAddress = 20;

/** `from` is the network address of whoever sends it, of which only a keyed hash is kept. */
export type Report = TypedReport & { commentId: string; from: string };

/**
 * What became of a report: whether it came from this address before, its id where it is a new one, whether all that was
 * added to it is kept (null where nothing was), and whether a letter will tell the outcome to the address in it.
 */
export type Taken = { again: boolean; id: string | null; kept: boolean | null; told: boolean };

/**
 * Takes a reader's report of a published response. All reports on one are one item of the queue, and what comes from one
 * network address counts once for a response. Nothing is hidden by it, unless the publication's setting says that so
 * many hold back what a writer without another published response wrote. Refusals: `no-comment`, `gone`, `too-fast`.
 */
export async function reportComment(site: Site, report: Report): Promise<Outcome<Taken>> {
  return site.store.write(async (tx) => {
    const tries = { what: 'report' as const, whom: report.from, seconds: hour / 1000 };
    if ((await countTry(site, tx, tries)) > mostFromAddress) return tooFast;
    const comment = await lockComment(tx, report.commentId);
    if (!comment) return refuse('no-comment', 'There is no such response.');
    const shown = whyNotReported(comment.state);
    if (!shown.ok) return shown;
    const again = await reportedBefore(site, tx, report);
    if (again) return done(again);
    const item = await itemFor(site, tx, { report, articleId: comment.article_id });
    const id = await keepReport(site, tx, { report, itemId: item.id });
    await appendEntry(site, tx, {
      ...{ action: 'comment.report', by: { role: 'reporter' }, reason: report.reason, visibility: 'private' },
      subject: {
        ...{ type: 'comment', id: report.commentId, article: comment.article_id },
        ...(comment.number === null ? {} : { number: comment.number }),
      },
    });
    await holdFirstTime(site, tx, { commentId: report.commentId, itemId: item.id, count: item.count });
    const told = emailOf(site, report) !== null;
    return done({ again: false, id, kept: hasMore(report) ? true : null, told });
  });
}

const tooFast = refuse(
  'too-fast',
  'Too many reports have come from your address within an hour. Wait, then send this one again.',
);

const hasMore = ({ text, email }: Report) => text !== '' || email !== '';

/**
 * What becomes of what this address has added to an earlier report of the same words: while that is open, words and an
 * address are taken where it has none yet. Null where it reported none: what its writer has changed since that was
 * settled can be reported anew.
 */
async function reportedBefore(site: Site, tx: Db, report: Report): Promise<Taken | null> {
  const before = await tx
    .selectFrom('reports')
    .innerJoin('report_items', 'report_items.id', 'reports.item_id')
    .innerJoin('comments', 'comments.id', 'reports.comment_id')
    .select(['reports.id', 'reports.text', 'reports.email', 'closed_at', 'comments.edited_at'])
    .where('reports.comment_id', '=', report.commentId)
    .where('reports.address_hash', '=', addressHash(site, report.from))
    .orderBy('reports.id', 'desc')
    .executeTakeFirst();
  if (!before) return null;
  const { closed_at, edited_at } = before;
  if (closed_at !== null && edited_at !== null && edited_at > closed_at) return null;
  if (closed_at !== null) return { again: true, id: null, kept: hasMore(report) ? false : null, told: false };
  const text = before.text || report.text;
  const email = before.email ?? emailOf(site, report);
  await tx.updateTable('reports').set({ text, email }).where('id', '=', before.id).execute();
  const told = email !== null && email === report.email;
  const kept = (report.text === '' || report.text === text) && (report.email === '' || told);
  return { again: true, id: null, kept: hasMore(report) ? kept : null, told };
}

/** The open item of the response with this report counted in, or a new one. */
async function itemFor(
  site: Site,
  tx: Db,
  { report, articleId }: { report: Report; articleId: string },
): Promise<{ id: string; count: number }> {
  const at = site.clock.now().toISOString();
  const open = await tx
    .selectFrom('report_items')
    .select(['id', 'count', 'first_at', 'head_start'])
    .where('comment_id', '=', report.commentId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  const count = (open?.count ?? 0) + 1;
  const firstAt = open?.first_at ?? at;
  const risk = (await openMark(tx, articleId)) ? riskHours : 0;
  const named = headStartOf({ count, legal: report.reason === 'legal' || (await saysLegal(tx, open?.id)) });
  const head_start = Math.max(open?.head_start ?? 0, named + risk);
  const queue_at = new Date(Date.parse(firstAt) - head_start * hour).toISOString();
  const changed = { count, last_at: at, head_start, queue_at };
  if (open) {
    await tx.updateTable('report_items').set(changed).where('id', '=', open.id).execute();
    return { id: open.id, count };
  }
  const id = newId(site.clock, site.random);
  await tx
    .insertInto('report_items')
    .values({ id, comment_id: report.commentId, article_id: articleId, first_at: at, ...changed })
    .execute();
  return { id, count };
}

async function saysLegal(tx: Db, itemId: string | undefined): Promise<boolean> {
  if (itemId === undefined) return false;
  const row = await tx
    .selectFrom('reports')
    .select('id')
    .where('item_id', '=', itemId)
    .where('reason', '=', 'legal')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function keepReport(
  site: Site,
  tx: Db,
  { report, itemId }: { report: Report; itemId: string },
): Promise<string> {
  const id = newId(site.clock, site.random);
  await tx
    .insertInto('reports')
    .values({
      ...{ id, item_id: itemId, comment_id: report.commentId },
      ...{ at: site.clock.now().toISOString(), reason: report.reason, text: report.text },
      ...{ email: emailOf(site, report), address_hash: addressHash(site, report.from) },
    })
    .execute();
  return id;
}

/** Without a mail server nobody could be told: no address is kept. */
const emailOf = (site: Site, { email }: Report) => (site.mail === null || email === '' ? null : email);
