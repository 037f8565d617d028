import { type CleanHtml, cleanerVersion } from '../lib/clean-html.ts';
import { newId, newSecret } from '../lib/ids.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { settingsIn } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import type { Staff } from '../staff/staff.ts';
import type { Db } from '../store/schema.ts';
import { type CommentInput, parseComment, wordsHash } from './comment.ts';
import { publishComment } from './numbering.ts';
import { tenMinutesAgo } from './sent-before.ts';
import { closedRefusal, lockArticle, replyRefusal } from './takes-responses.ts';

/** What a member of staff answers under an article: the number is that of the response that is answered, or empty. */
export type StaffResponse = { articleId: string; text: string; in_reply_to: string };

/**
 * Somebody of the staff answers under their own name: published at once, marked as the publication's own by what
 * readers cannot write into a name, which the record commits to. The same words by the same member of staff within ten
 * minutes are one response. Refusals, with their field: `bad-input`, `bad-reply`, `no-article`, `closed`.
 */
export async function respondAsStaff(
  site: Site,
  staff: Responding,
  response: StaffResponse,
): Promise<Outcome<{ number: number }>> {
  const maxLength = Number((await settingsIn(site.store.read))['comments.length']);
  const parsed = parseResponse(staff, response, maxLength);
  if (!parsed.ok) return parsed;
  const input = parsed.value;
  const html = markdownToHtml(input.text, 'comment'); // before the transaction: nobody waits for it
  return site.store.write((tx) =>
    respondWithin(site, tx, { staff, articleId: response.articleId, input, html }),
  );
}

type Responding = Pick<Staff, 'id' | 'name' | 'role'>;

/** What a member of staff sent, as it is kept, with their name. Refusal: `bad-input`, with its field. */
function parseResponse(
  { name }: Responding,
  { text, in_reply_to }: StaffResponse,
  maxLength: number,
): Outcome<CommentInput> {
  const parsed = parseComment({ name: 'x', text, email: '', url: '', in_reply_to }, { maxLength });
  if (!('faults' in parsed)) return done({ ...parsed.input, name });
  const [fault] = parsed.faults;
  return refuse('bad-input', fault?.sentence ?? '', fault?.field ?? undefined);
}

/** What is sent, and the HTML of its text: both of what is kept. */
type Within = { staff: Responding; articleId: string; input: CommentInput; html: CleanHtml };

/** The same inside a transaction of the caller's. */
export async function respondWithin(
  site: Site,
  tx: Db,
  { staff, articleId, input, html }: Within,
): Promise<Outcome<{ id: string; number: number }>> {
  const article = await lockArticle(tx, articleId);
  if (!article) return refuse('no-article', 'There is no such article.');
  const same = await sameResponse(site, tx, { staff, articleId, input });
  if (same) return done(same);
  const refusal =
    closedRefusal(site, article, await settingsIn(tx)) ?? (await replyRefusal(tx, { articleId, input }));
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

/** What these words of this member of staff made within ten minutes: a button that was pressed twice. */
async function sameResponse(
  site: Site,
  tx: Db,
  { staff, articleId, input }: Omit<Within, 'html'>,
): Promise<{ id: string; number: number } | null> {
  const row = await tx
    .selectFrom('comments')
    .select(['id', 'number'])
    .where('article_id', '=', articleId)
    .where('words_hash', '=', wordsHash(articleId, input))
    .where('by_staff', '=', staff.id)
    .where('posted_at', '>', tenMinutesAgo(site))
    .where('number', 'is not', null)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return row && row.number !== null ? { id: row.id, number: row.number } : null;
}
