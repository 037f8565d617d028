import { sha256 } from '../../lib/ids.ts';
import { sameEmail } from '../../store/same-email.ts';
import type { CommentState, Db } from '../../store/schema.ts';
import { placeOf } from '../comment.ts';
import type { Who } from './person.ts';

/** A response in a list of one person's. */
export type PersonsResponse = {
  id: string;
  number: number | null;
  state: CommentState;
  name: string;
  email: string | null;
  postedAt: string;
  /** Its beginning, as it was sent. */
  text: string;
  article: { title: string; path: string | null };
  place: string | null;
};

/** Ids of a person's responses that still have something of theirs, the newest first; at most so many. */
export async function responseIdsOf(
  db: Db,
  who: Who,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<string[]> {
  const rows = await matching(db, who)
    .select('comments.id')
    .orderBy('comments.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ id }) => id);
}

/** How many there are. */
export async function countResponsesOf(db: Db, who: Who): Promise<number> {
  const row = await matching(db, who)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

function matching(db: Db, { by, value }: Who) {
  const query = db.selectFrom('comments').where('comments.state', 'not in', ['withdrawn', 'erased']);
  if (by === 'email') return query.where(sameEmail('comments.email', value));
  if (by === 'read-email')
    return query.where((eb) =>
      eb.or([sameEmail('comments.email', value), eb('comments.pseudonym_id', 'in', namesKeptBy(db, value))]),
    );
  if (by === 'name') return query.where('comments.name', '=', value);
  return query.where((eb) =>
    eb.or([
      eb('comments.id', '=', by === 'response' ? value : ''),
      eb('comments.pseudonym_id', 'in', namesOf(db, { by, value })),
    ]),
  );
}

/** All names of one writer: of the one named, or of whoever wrote one response. */
function namesOf(db: Db, { by, value }: Who) {
  const names = db.selectFrom('pseudonyms').select('pseudonyms.id');
  if (by === 'writer') return names.where('writer_id', '=', value);
  return names.where('writer_id', 'in', (eb) =>
    eb
      .selectFrom('comments as one')
      .innerJoin('pseudonyms as own', 'own.id', 'one.pseudonym_id')
      .select('own.writer_id')
      .where('one.id', '=', value)
      .where('own.writer_id', 'is not', null),
  );
}

/** All names of the writer who keeps them by an address. */
function namesKeptBy(db: Db, address: string) {
  return db
    .selectFrom('pseudonyms')
    .innerJoin('writer_keys', 'writer_keys.writer_id', 'pseudonyms.writer_id')
    .select('pseudonyms.id')
    .where('writer_keys.kind', '=', 'email')
    .where('writer_keys.hash', '=', sha256(address))
    .where('writer_keys.ended_at', 'is', null);
}

/** These responses for a list, in the order of the ids. */
export async function personsResponses(db: Db, ids: string[]): Promise<PersonsResponse[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select(['comments.id', 'comments.number', 'comments.state', 'comments.name', 'comments.email'])
    .select(['comments.posted_at', 'comments.source', 'articles.title', 'articles.path'])
    .where('comments.id', 'in', ids)
    .orderBy('comments.id', 'desc')
    .execute();
  return rows.map(({ posted_at: postedAt, source, title, path, ...row }) => ({
    ...row,
    postedAt,
    text: source.length > 200 ? `${source.slice(0, 200)}…` : source,
    article: { title, path },
    place: row.number === null || path === null ? null : placeOf(path, row.number),
  }));
}
