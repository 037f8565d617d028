import type { Db } from '../store/schema.ts';

/** What a response does with the responses of somebody: which of them it answers, and whether it quotes or refers to one. */
export type AboutYou = { answers: number | null; quotes: boolean; refers: boolean };

/** A response that another one answers, quotes or refers to. */
export type Target = {
  id: string;
  number: number;
  writerId: string | null;
  does: 'answers' | 'quotes' | 'refers';
};

/** A response of somebody's own; `writerId` is null where nobody is known by its name. */
export type Own = { id: string; writerId: string | null };

/** What some responses answer, quote and refer to, as they are marked now; by the id of each. */
export async function targetsOf(db: Db, ids: readonly string[]): Promise<Map<string, Target[]>> {
  const found = new Map<string, Target[]>();
  if (ids.length === 0) return found;
  for (const [does, rows] of [
    ['answers', await answered(db, ids)],
    ['quotes', await quoted(db, ids)],
    ['refers', await referredTo(db, ids)],
  ] as const)
    for (const { of, id, number, writer_id: writerId } of rows)
      found.set(of, [...(found.get(of) ?? []), { id, number: number ?? 0, writerId, does }]);
  return found;
}

/** What of that is about somebody who wrote one of these responses; null where nothing is. */
export function aboutYou(targets: readonly Target[], own: readonly Own[]): AboutYou | null {
  const isMine = ({ id, writerId }: Target) =>
    own.some((mine) => mine.id === id || (writerId !== null && mine.writerId === writerId));
  const mine = targets.filter(isMine);
  if (mine.length === 0) return null;
  return {
    answers: mine.find(({ does }) => does === 'answers')?.number ?? null,
    quotes: mine.some(({ does }) => does === 'quotes'),
    refers: mine.some(({ does }) => does === 'refers'),
  };
}

function answered(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('comments as news')
    .innerJoin('comments as target', (join) =>
      join.onRef('target.article_id', '=', 'news.article_id').onRef('target.number', '=', 'news.in_reply_to'),
    )
    .leftJoin('pseudonyms', 'pseudonyms.id', 'target.pseudonym_id')
    .select(['news.id as of', 'target.id', 'target.number', 'writer_id'])
    .where('news.id', 'in', ids)
    .execute();
}

function quoted(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('comment_quotations')
    .innerJoin('comments as target', 'target.id', 'comment_quotations.source_id')
    .leftJoin('pseudonyms', 'pseudonyms.id', 'target.pseudonym_id')
    .select(['comment_id as of', 'target.id', 'target.number', 'writer_id'])
    .distinct()
    .where('comment_id', 'in', ids)
    .where('source_kind', '=', 'comment')
    .execute();
}

function referredTo(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('comment_references')
    .innerJoin('comments as target', (join) =>
      join
        .onRef('target.article_id', '=', 'comment_references.article_id')
        .onRef('target.number', '=', 'comment_references.target_number'),
    )
    .leftJoin('pseudonyms', 'pseudonyms.id', 'target.pseudonym_id')
    .select(['comment_id as of', 'target.id', 'target.number', 'writer_id'])
    .distinct()
    .where('comment_id', 'in', ids)
    .execute();
}
