import { sha256 } from '../../lib/ids.ts';
import { keyHolder } from '../../pseudonyms/writer-keys.ts';
import type { Db } from '../../store/schema.ts';
import type { LetterKind, LetterPace } from '../../store/schema-letters.ts';
import type { WriterKeyKind } from '../../store/schema-writers.ts';
import type { Who } from './person.ts';

/** Letters that were asked for with a response. */
export type AskedLetters = {
  response: string;
  email: string;
  kind: LetterKind;
  pace: LetterPace;
  asked: string;
  /** When whoever reads the address said yes to these letters; null while they have not. */
  confirmed: string | null;
};

/** The letters that were asked for with some responses. */
export async function lettersAskedBy(db: Db, responseIds: string[]): Promise<AskedLetters[]> {
  if (responseIds.length === 0) return [];
  const rows = await db
    .selectFrom('letter_subscriptions')
    .innerJoin('letter_addresses', 'letter_addresses.id', 'letter_subscriptions.address_id')
    .select(['comment_id as response', 'email', 'kind', 'pace', 'letter_subscriptions.created_at as asked'])
    .select('agreed_at as confirmed')
    .where('comment_id', 'in', responseIds)
    .orderBy('letter_subscriptions.id', 'desc')
    .execute();
  return rows;
}

type HeldName = { name: string; taken: string; published: string | null; givenUp: string | null };
/** `email` is the address of a key that is one. */
type HeldKey = {
  kind: WriterKeyKind;
  email: string | null;
  made: string;
  used: string | null;
  ended: string | null;
};

/** Names and keys of a person who is found as a writer; of nobody else: a name or an address may be several people's. */
export async function writersOwn(db: Db, who: Who): Promise<{ names?: HeldName[]; keys?: HeldKey[] }> {
  const id = await writerOf(db, who);
  if (id === null) return {};
  const names = await db
    .selectFrom('pseudonyms')
    .select(['name', 'created_at as taken', 'bound_at as published', 'given_up_at as givenUp'])
    .where('writer_id', '=', id)
    .orderBy('id')
    .execute();
  const keys = await db
    .selectFrom('writer_keys')
    .select(['kind', 'content', 'made_at as made', 'used_at as used', 'ended_at as ended'])
    .where('writer_id', '=', id)
    .orderBy('id')
    .execute();
  return {
    names,
    keys: keys.map(({ kind, content, ...times }) => ({
      kind,
      email: kind === 'email' ? content : null,
      ...times,
    })),
  };
}

/** The writer whom a person is known to be; null where a name or an address may be several people's. */
export async function writerOf(db: Db, { by, value }: Who): Promise<string | null> {
  if (by === 'writer') return value;
  if (by === 'read-email')
    return (await keyHolder(db, { kind: 'email', hash: sha256(value) }))?.writerId ?? null;
  if (by !== 'response') return null;
  const row = await db
    .selectFrom('comments')
    .innerJoin('pseudonyms', 'pseudonyms.id', 'comments.pseudonym_id')
    .select('writer_id')
    .where('comments.id', '=', value)
    .executeTakeFirst();
  return row?.writer_id ?? null;
}
