import { lastingPath } from '../comments/comment.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { type CleanHtml, textOf } from '../lib/clean-html.ts';
import { newId } from '../lib/ids.ts';
import { RefusedAddress } from '../mail/message.ts';
import { readSettings } from '../publication/queries.ts';
import type { Settings } from '../publication/settings.ts';
import type { Site } from '../site.ts';
import type { LetterPace } from '../store/schema-letters.ts';
import { isPublished } from '../store/visibility.ts';
import { aboutYou, targetsOf } from './about-you.ts';
import { managePath } from './address.ts';
import { composeLetter, type LetterNews } from './compose.ts';
import { sendKind } from './fan-out.ts';

const day = 86_400_000;
/** One letter tells of so many responses at most. */
const mostInOne = 50;

/**
 * Sends an address what waits for it: one letter for a response, or one for all of them. What is no longer published
 * when the letter leaves is not told. Where as many letters were sent in a day as may be, it waits. An address that its
 * server refuses for ever is sent no more.
 */
export async function sendNews(
  site: Site,
  { addressId, pace }: { addressId: string; pace: LetterPace },
): Promise<void> {
  if (site.mail === null) throw new Error('No mail server is set: set HUSTINGS_SMTP.');
  const settings = await readSettings(site);
  const address = await openAddress(site, addressId);
  if (address === null) return;
  const free = await freeAgain(site, { addressId, settings });
  if (free !== null) return postpone(site, { addressId, pace, dueAt: free });
  const waiting = await newsFor(site, { addressId, pace });
  const news = waiting.filter(({ shown }) => shown);
  const letterId = news.length === 0 ? null : newId(site.clock, site.random);
  if (letterId !== null) {
    const letter = composeLetter(site, { settings, address, news, letterId });
    try {
      await site.mail(letter);
    } catch (error) {
      if (!(error instanceof RefusedAddress)) throw error;
      return stop(site, { addressId, why: error.message });
    }
  }
  await markSent(site, { addressId, ids: waiting.map(({ id }) => id), letterId });
}

async function openAddress(site: Site, id: string): Promise<{ email: string; manage: string } | null> {
  const row = await site.store.read
    .selectFrom('letter_addresses')
    .select('email')
    .where('id', '=', id)
    .where('confirmed_at', 'is not', null)
    .where('stopped_at', 'is', null)
    .executeTakeFirst();
  return row ? { email: row.email, manage: site.config.url + managePath(site, id) } : null;
}

/** When the next letter may be sent, where as many as may be were sent within a day; null for now. */
async function freeAgain(
  site: Site,
  { addressId, settings }: { addressId: string; settings: Settings },
): Promise<string | null> {
  const since = new Date(site.clock.now().getTime() - day).toISOString();
  const sent = await site.store.read
    .selectFrom('letter_news')
    .select((eb) => ['letter_id', eb.fn.max('sent_at').as('at')])
    .where('address_id', '=', addressId)
    .where('sent_at', '>', since)
    .where('letter_id', 'is not', null)
    .groupBy('letter_id')
    .orderBy('at', 'desc')
    .execute();
  const blocking = sent[Number(settings['letters.daily']) - 1];
  return blocking?.at ? new Date(Date.parse(blocking.at) + day).toISOString() : null;
}

/** Once, however many letters wait. */
async function postpone(
  site: Site,
  { addressId, pace, dueAt }: { addressId: string; pace: LetterPace; dueAt: string },
): Promise<void> {
  const payload = { addressId, pace };
  await site.store.write(async (tx) => {
    const same = await tx
      .selectFrom('jobs')
      .select('id')
      .where('kind', '=', sendKind)
      .where('payload', '=', JSON.stringify(payload))
      .where('done_at', 'is', null)
      .where('due_at', '=', dueAt)
      .limit(1)
      .executeTakeFirst();
    if (!same) await enqueue(site, tx, { kind: sendKind, payload, dueAt });
  });
}

type Waiting = LetterNews & { shown: boolean };

async function newsFor(
  site: Site,
  { addressId, pace }: { addressId: string; pace: LetterPace },
): Promise<Waiting[]> {
  const rows = await site.store.read
    .selectFrom('letter_news')
    .innerJoin('comments', 'comments.id', 'letter_news.comment_id')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .leftJoin('comments as target', (join) =>
      join
        .onRef('target.article_id', '=', 'comments.article_id')
        .onRef('target.number', '=', 'comments.in_reply_to'),
    )
    .select(['comments.id', 'comments.state', 'comments.name', 'comments.html', 'comments.number'])
    .select(['comments.in_reply_to', 'target.id as target_id', 'articles.id as article_id', 'title', 'path'])
    .select((eb) => isPublished(eb as never).as('listed'))
    .where('letter_news.address_id', '=', addressId)
    .where('letter_news.pace', '=', pace)
    .where('letter_news.sent_at', 'is', null)
    .orderBy('articles.id')
    .orderBy('comments.number')
    .limit(mostInOne)
    .execute();
  const asked = await askedBy(site, addressId);
  const targets = await targetsOf(
    site.store.read,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const here = asked.filter(({ articleId }) => articleId === row.article_id);
    const you = aboutYou(targets.get(row.id) ?? [], here);
    const isWanted = you !== null || here.some(({ kind }) => kind === 'thread');
    return { ...newsOf(row), you, shown: isWanted && row.state === 'published' && Boolean(row.listed) };
  });
}

/** Of which responses of their own the reader of an address asked to be told. */
async function askedBy(site: Site, addressId: string) {
  return site.store.read
    .selectFrom('letter_subscriptions')
    .innerJoin('comments', 'comments.id', 'letter_subscriptions.comment_id')
    .leftJoin('pseudonyms', 'pseudonyms.id', 'comments.pseudonym_id')
    .select(['letter_subscriptions.kind', 'letter_subscriptions.article_id as articleId'])
    .select(['comments.id', 'pseudonyms.writer_id as writerId'])
    .where('address_id', '=', addressId)
    .execute();
}

type Row = {
  id: string;
  name: string;
  html: string;
  number: number | null;
  in_reply_to: number | null;
  target_id: string | null;
  article_id: string;
  title: string;
  path: string | null;
};

function newsOf(row: Row): Omit<LetterNews, 'you'> {
  return {
    id: row.id,
    name: row.name,
    number: row.number ?? 0,
    text: textOf(row.html as CleanHtml),
    inReplyTo: row.in_reply_to,
    targetId: row.target_id,
    path: lastingPath(row.path ?? '/', row.number ?? 0),
    article: { id: row.article_id, title: row.title },
  };
}

async function markSent(
  site: Site,
  { addressId, ids, letterId }: { addressId: string; ids: string[]; letterId: string | null },
): Promise<void> {
  if (ids.length === 0) return;
  await site.store.write((tx) =>
    tx
      .updateTable('letter_news')
      .set({ sent_at: site.clock.now().toISOString(), letter_id: letterId })
      .where('address_id', '=', addressId)
      .where('comment_id', 'in', ids)
      .execute(),
  );
}

async function stop(site: Site, { addressId, why }: { addressId: string; why: string }): Promise<void> {
  await site.store.write(async (tx) => {
    await tx
      .updateTable('letter_addresses')
      .set({ stopped_at: site.clock.now().toISOString(), stopped_why: why })
      .where('id', '=', addressId)
      .execute();
    await tx
      .deleteFrom('letter_news')
      .where('address_id', '=', addressId)
      .where('sent_at', 'is', null)
      .execute();
  });
}
