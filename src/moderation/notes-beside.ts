import type { Db } from '../store/schema.ts';
import { together } from './together.ts';

/** A note of staff, of one response or of another by the same holder of a name. */
export type Note = { id: string; at: string; byRole: string; byName: string | null; text: string };

const mostNotes = 10;

/** The newest notes beside each of these responses: of itself, and of whatever the holder of its name sent. */
export async function notesBeside(db: Db, ids: string[]): Promise<Map<string, Note[]>> {
  if (ids.length === 0) return new Map();
  const comments = await db
    .selectFrom('comments')
    .select(['id', 'pseudonym_id'])
    .where('id', 'in', ids)
    .execute();
  const noted = await notedAmong(db, comments);
  const looks = noted.map(({ id, pseudonym_id }) =>
    db
      .selectFrom('comment_notes')
      .selectAll()
      .where((eb) =>
        pseudonym_id === null ? eb('comment_id', '=', id) : eb('pseudonym_id', '=', pseudonym_id),
      )
      .orderBy('id', 'desc')
      .limit(mostNotes),
  );
  const newest = together(db, looks);
  if (newest === null) return new Map();
  const rows = await db
    .selectFrom(newest.as('newest'))
    .leftJoin('staff', 'staff.id', 'newest.by_staff')
    .selectAll('newest')
    .select('staff.name as by_name')
    .distinct()
    .orderBy('newest.id', 'desc')
    .execute();
  return new Map(
    noted.map(({ id, pseudonym_id }) => [
      id,
      rows
        .filter((row) => (pseudonym_id === null ? row.comment_id === id : row.pseudonym_id === pseudonym_id))
        .map((row) => ({
          ...{ id: row.id, at: row.at, text: row.text },
          ...{ byRole: row.by_role, byName: row.by_name },
        })),
    ]),
  );
}

type Held = { id: string; pseudonym_id: string | null };

/** Those beside which notes stand: of a page's fifty, few or none. */
async function notedAmong(db: Db, comments: Held[]): Promise<Held[]> {
  const pseudonyms = comments.flatMap(({ pseudonym_id }) => pseudonym_id ?? []);
  const ids = comments.map(({ id }) => id);
  const notes = await db
    .selectFrom('comment_notes')
    .select(['comment_id', 'pseudonym_id'])
    .distinct()
    .where((eb) =>
      eb.or([
        ...(ids.length === 0 ? [] : [eb('comment_id', 'in', ids)]),
        ...(pseudonyms.length === 0 ? [] : [eb('pseudonym_id', 'in', pseudonyms)]),
      ]),
    )
    .execute();
  return comments.filter(({ id, pseudonym_id }) =>
    notes.some((note) =>
      pseudonym_id === null ? note.comment_id === id : note.pseudonym_id === pseudonym_id,
    ),
  );
}
