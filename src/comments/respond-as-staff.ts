import { type CleanHtml, cleanerVersion } from '../lib/clean-html.ts';
import { newId, newSecret } from '../lib/ids.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { settingsIn } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import type { Staff } from '../staff/staff.ts';
import type { Db } from '../store/schema.ts';
import { parseComment, wordsHash } from './comment.ts';
import { publishComment } from './numbering.ts';
import { closedRefusal, lockArticle, replyRefusal } from './post-comment.ts';

/** What a member of staff answers under an article: the number is that of the response that is answered, or empty. */
export type StaffResponse = { articleId: string; text: string; in_reply_to: string };

/**
 * Somebody of the staff answers under their own name: published at once, marked as the publication's own by what
 * readers cannot write into a name, which the record commits to. Refusals, with their field: `bad-input`, `bad-reply`,
 * `no-article`, `closed`.
 */
export async function respondAsStaff(
  site: Site,
  staff: Pick<Staff, 'id' | 'name' | 'role'>,
  { articleId, text, in_reply_to }: StaffResponse,
): Promise<Outcome<{ number: number }>> {
  const html = markdownToHtml(text, 'comment'); // before the transaction: nobody waits for it
  return site.store.write((tx) => respondWithin(site, tx, { staff, articleId, text, in_reply_to, html }));
}

type Within = StaffResponse & { staff: Pick<Staff, 'id' | 'name' | 'role'>; html: CleanHtml };

/** The same inside a transaction of the caller's. */
export async function respondWithin(
  site: Site,
  tx: Db,
  { staff, articleId, text, in_reply_to, html }: Within,
): Promise<Outcome<{ id: string; number: number }>> {
  const settings = await settingsIn(tx);
  const article = await lockArticle(tx, articleId);
  if (!article) return refuse('no-article', 'There is no such article.');
  const parsed = parseComment(
    { name: 'x', text, email: '', url: '', in_reply_to },
    { maxLength: Number(settings['comments.length']) },
  );
  if ('faults' in parsed) {
    const [fault] = parsed.faults;
    return refuse('bad-input', fault?.sentence ?? '', fault?.field ?? undefined);
  }
  const input = { ...parsed.input, name: staff.name };
  const refusal = closedRefusal(site, article, settings) ?? (await replyRefusal(tx, { articleId, input }));
  if (refusal) return refusal;
  const id = newId(site.clock, site.random);
  await tx
    .insertInto('comments')
    .values({
      ...{ id, article_id: articleId, state: 'held', name: staff.name, by_staff: staff.id },
      ...{ source: input.text, html, html_version: cleanerVersion, in_reply_to: input.inReplyTo },
      ...{ posted_at: site.clock.now().toISOString(), words_hash: wordsHash(articleId, input) },
      ...{ salt: newSecret(site.random), origin: 'desk', kind: 'comment' },
    })
    .execute();
  const { number } = await publishComment(site, tx, { id, by: { role: staff.role } });
  return done({ id, number });
}
