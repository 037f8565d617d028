import type { Db } from '../store/schema.ts';
import type { LetterKind, LetterPace } from '../store/schema-letters.ts';

/** What the reader of an address sees of it. */
export type AddressView = {
  id: string;
  email: string;
  confirmed: boolean;
  /** What its server said when it refused a letter for ever; null while it takes them. */
  refused: string | null;
  subscriptions: Subscription[];
};

export type Subscription = {
  id: string;
  kind: LetterKind;
  pace: LetterPace;
  /** False while whoever reads the address has not said yes to these. */
  agreed: boolean;
  article: { id: string; title: string; path: string };
};

/** An address with what it is told of; null where there is none. */
export async function readAddress(db: Db, id: string): Promise<AddressView | null> {
  const row = await db.selectFrom('letter_addresses').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const subscriptions = await db
    .selectFrom('letter_subscriptions')
    .innerJoin('articles', 'articles.id', 'letter_subscriptions.article_id')
    .select(['letter_subscriptions.id', 'kind', 'pace', 'agreed_at', 'articles.id as article_id'])
    .select(['title', 'path'])
    .where('address_id', '=', id)
    .orderBy('letter_subscriptions.id', 'desc')
    .execute();
  return {
    id,
    email: row.email,
    confirmed: row.confirmed_at !== null,
    refused: row.stopped_why,
    subscriptions: subscriptions.map(({ article_id, title, path, agreed_at, ...rest }) => ({
      ...rest,
      agreed: agreed_at !== null,
      article: { id: article_id, title, path: path ?? '/' },
    })),
  };
}

/** How many addresses get no more letters because their mail servers refused one for ever. */
export async function countRefused(db: Db): Promise<number> {
  const row = await db
    .selectFrom('letter_addresses')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('stopped_at', 'is not', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
