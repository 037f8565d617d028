import { lastingPath } from '../comments/comment.ts';
import { type CleanHtml, textOf } from '../lib/clean-html.ts';
import type { Db, Time } from '../store/schema.ts';
import type { LetterPace } from '../store/schema-letters.ts';
import { isPublished } from '../store/visibility.ts';
import { aboutYou, targetsOf } from './about-you.ts';
import type { LetterNews } from './compose.ts';

/** A response that waits to be told; `shown` while it is there to be told and still wanted. */
export type Waiting = LetterNews & {
  shown: boolean;
  /** The letter that was to tell it already, and when somebody last began to send that. */
  letterId: string | null;
  claimedAt: Time | null;
};

/** What waits to be told to an address at one pace, in the order of the articles; at most so much. */
export async function waitingNews(
  db: Db,
  { addressId, pace, limit }: { addressId: string; pace: LetterPace; limit: number },
): Promise<Waiting[]> {
  const rows = await db
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
    .select(['letter_news.letter_id as letterId', 'letter_news.claimed_at as claimedAt'])
    .select((eb) => isPublished(eb as never).as('listed'))
    .where('letter_news.address_id', '=', addressId)
    .where('letter_news.pace', '=', pace)
    .where('letter_news.sent_at', 'is', null)
    .orderBy('articles.id')
    .orderBy('comments.number')
    .limit(limit)
    .execute();
  const asked = await askedBy(db, addressId);
  const targets = await targetsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const here = asked.filter(({ articleId }) => articleId === row.article_id);
    const you = aboutYou(targets.get(row.id) ?? [], here);
    const isWanted = you !== null || here.some(({ kind }) => kind === 'thread');
    const shown = isWanted && row.state === 'published' && Boolean(row.listed);
    return { ...newsOf(row), you, shown, letterId: row.letterId, claimedAt: row.claimedAt };
  });
}

/** Of which responses of their own the reader of an address wants to be told. */
async function askedBy(db: Db, addressId: string) {
  return db
    .selectFrom('letter_subscriptions')
    .innerJoin('comments', 'comments.id', 'letter_subscriptions.comment_id')
    .leftJoin('pseudonyms', 'pseudonyms.id', 'comments.pseudonym_id')
    .select(['letter_subscriptions.kind', 'letter_subscriptions.article_id as articleId'])
    .select(['comments.id', 'pseudonyms.writer_id as writerId'])
    .where('address_id', '=', addressId)
    .where('agreed_at', 'is not', null)
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
