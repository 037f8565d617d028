import { parseJson } from '../lib/json.ts';
import type { Action, EntryBody } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';

/** An entry, as a rule one that everybody may see; `seq` is 0 while it waits for its place. */
export type PublicEntry = { seq: number; body: EntryBody };

/** Of the whole record, or of some actions, of one article alone where it is named; or private ones of some actions. */
export type Which = { articleId?: string; actions: readonly Action[]; privately?: true } | null;

/** Small: what is alive while memory is swept stays in it for long, and a page is. */
const pageSize = 400;

/**
 * The public entries in their order, in pages: those of the chain, and behind them those that wait. What cannot be
 * read as an entry is left out: the check of the chain has reported it.
 */
export async function* publicEntries(db: Db, which: Which = null): AsyncGenerator<PublicEntry[]> {
  for (let after: number | null = null; ; ) {
    const page: Row[] = await placed(db, which, after);
    yield page.flatMap(entryOf);
    const last = page.at(-1);
    if (!last || page.length < pageSize) break;
    after = last.seq;
  }
  for (let after = ''; ; ) {
    const page: Row[] = await waiting(db, which, after);
    if (page.length > 0) yield page.flatMap(entryOf);
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.id;
  }
}

type Row = { id: string; seq: number | null; leaf: string; private_body: string | null };

function placed(db: Db, which: Which, after: number | null): Promise<Row[]> {
  const query = matching(db, which).where('seq', 'is not', null).orderBy('seq');
  return (after === null ? query : query.where('seq', '>', after)).execute();
}

function waiting(db: Db, which: Which, after: string): Promise<Row[]> {
  return matching(db, which).where('seq', 'is', null).where('id', '>', after).orderBy('id').execute();
}

function matching(db: Db, which: Which) {
  const query = db
    .selectFrom('record_entries')
    .select(['id', 'seq', 'leaf', 'private_body'])
    .where('visibility', '=', which?.privately ? 'private' : 'public')
    .limit(pageSize);
  if (!which) return query;
  const ofActions = query.where('action', 'in', which.actions);
  return which.articleId === undefined ? ofActions : ofActions.where('article_id', '=', which.articleId);
}

/** What a row says, of a private entry by its body; none where it cannot be read as an entry. */
export function entryOf({ seq, leaf, private_body }: Omit<Row, 'id'>): PublicEntry[] {
  const body = parseJson(private_body ?? leaf) as Partial<EntryBody> | null;
  return body?.subject && body.action ? [{ seq: seq ?? 0, body: body as EntryBody }] : [];
}

/** “entry 12”, for a sentence. */
export function nameOf({ seq }: { seq: number }): string {
  return seq === 0 ? 'an entry that waits for its place' : `entry ${seq}`;
}
