import type { Db } from '../../store/schema.ts';
import { waitingPage } from './queries.ts';
import { everything, type WaitingKind } from './waiting.ts';

/** Something that waits, without a word or a name of a reader. `number` is a response's or a case's. */
export type WaitingNews = {
  kind: WaitingKind;
  /** Its own: what is reported again is something new. */
  id: string;
  ref: string;
  title: string;
  number: string | null;
  cameAt: string;
};

const most = 50;

/** The first of what waits, in the queue's order. */
export async function waitingNews(db: Db, kinds: readonly WaitingKind[], now: Date): Promise<WaitingNews[]> {
  const asked = { filter: everything, kinds, now: now.toISOString() };
  const waiting = await waitingPage(db, { ...asked, limit: most, offset: 0 });
  const refs = (kind: WaitingKind) => [
    '',
    ...waiting.filter((each) => each.kind === kind).map(({ ref }) => ref),
  ];
  const [held, reported, reviews, cases] = await Promise.all([
    heldNews(db, refs('held')),
    reportNews(db, refs('report')),
    reviewNews(db, refs('review')),
    caseNews(db, refs('case')),
  ]);
  const found = new Map(
    [...held, ...reported, ...reviews, ...cases].map((news): [string, WaitingNews] => [
      `${news.kind} ${news.ref}`,
      news,
    ]),
  );
  return waiting.flatMap(({ kind, ref }) => found.get(`${kind} ${ref}`) ?? []);
}

async function heldNews(db: Db, refs: string[]): Promise<WaitingNews[]> {
  const rows = await db
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select(['comments.id', 'articles.title', 'comments.posted_at'])
    .where('comments.id', 'in', refs)
    .execute();
  return rows.map(({ id, title, posted_at }) => ({
    ...{ kind: 'held', id, ref: id, title, number: null, cameAt: posted_at },
  }));
}

async function reportNews(db: Db, refs: string[]): Promise<WaitingNews[]> {
  const rows = await db
    .selectFrom('report_items')
    .innerJoin('comments', 'comments.id', 'report_items.comment_id')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select(['report_items.id', 'comment_id', 'articles.title', 'comments.number', 'first_at'])
    .where('comment_id', 'in', refs)
    .where('closed_at', 'is', null)
    .execute();
  return rows.map(({ id, comment_id: ref, title, number, first_at }) => ({
    ...{ kind: 'report', id, ref, title, number: number === null ? null : String(number), cameAt: first_at },
  }));
}

async function reviewNews(db: Db, refs: string[]): Promise<WaitingNews[]> {
  const rows = await db
    .selectFrom('reviews')
    .innerJoin('comments', 'comments.id', 'reviews.comment_id')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select(['reviews.id', 'articles.title', 'comments.number', 'asked_at'])
    .where('reviews.id', 'in', refs)
    .execute();
  return rows.map(({ id, title, number, asked_at }) => ({
    ...{
      kind: 'review',
      id,
      ref: id,
      title,
      number: number === null ? null : String(number),
      cameAt: asked_at,
    },
  }));
}

async function caseNews(db: Db, refs: string[]): Promise<WaitingNews[]> {
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'number', 'received_at'])
    .where('id', 'in', refs)
    .execute();
  return rows.map(({ id, number, received_at }) => ({
    ...{ kind: 'case', id, ref: id, title: '', number, cameAt: received_at },
  }));
}
