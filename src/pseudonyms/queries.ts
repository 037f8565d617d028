import { sha256 } from '../lib/ids.ts';
import { sameEmail } from '../store/same-email.ts';
import type { Db } from '../store/schema.ts';
import { looksToHold } from './pseudonym.ts';

/** Somebody who writes responses without an account, as they are known by one of their keys. */
export type Writer = { id: string };

/**
 * Whose secret it is that a browser keeps (`writerSecret` in `comments/writer-cookie.ts` reads it from the cookie).
 * Null for a secret that nobody has written with, or whose key has ended.
 */
export async function findWriter(db: Db, secret: string): Promise<Writer | null> {
  const key = await browserKey(db, secret);
  return key === null || key.endedAt !== null ? null : { id: key.writerId };
}

/** Whether a writer has a name that was not given up. */
export async function holdsNames(db: Db, writerId: string): Promise<boolean> {
  const row = await db
    .selectFrom('pseudonyms')
    .select('id')
    .where('writer_id', '=', writerId)
    .where('given_up_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export type BrowserKey = { id: string; writerId: string; endedAt: string | null; trusted: boolean };

/** The key in a browser, ended ones among them; `trusted`: staff have released something of its holder before. */
export async function browserKey(db: Db, secret: string): Promise<BrowserKey | null> {
  const row = await db
    .selectFrom('writer_keys')
    .select((eb) => [
      'writer_keys.id',
      'writer_keys.writer_id',
      'writer_keys.ended_at',
      eb
        .exists(
          eb
            .selectFrom('pseudonyms')
            .select('pseudonyms.id')
            .whereRef('pseudonyms.writer_id', '=', 'writer_keys.writer_id')
            .where('pseudonyms.trusted_at', 'is not', null),
        )
        .as('trusted'),
    ])
    .where('kind', '=', 'browser')
    .where('hash', '=', sha256(secret))
    .executeTakeFirst();
  if (!row) return null;
  return { id: row.id, writerId: row.writer_id, endedAt: row.ended_at, trusted: Boolean(row.trusted) };
}

/** Whose a look is, on the whole site or on one article. */
export type Holding = {
  scope: string;
  look: string;
  /** Null for somebody of the archive, who is not here. */
  pseudonym: { id: string; writerId: string | null; live: boolean; givenUp: boolean } | null;
};

/** Everybody who holds one of these looks on the site or on an article. `live`: bound, or reserved at that time. */
export async function holdingsOf(
  db: Db,
  { looks, articleId, now }: { looks: readonly string[]; articleId: string | null; now: string },
): Promise<Holding[]> {
  const rows = await db
    .selectFrom('name_looks')
    .leftJoin('pseudonyms', 'pseudonyms.id', 'name_looks.pseudonym_id')
    .select(['scope', 'look', 'pseudonym_id', 'writer_id', 'bound_at', 'reserved_until', 'given_up_at'])
    .where('scope', 'in', articleId === null ? [''] : ['', articleId])
    .where('look', 'in', looks)
    .orderBy('scope')
    .orderBy('look')
    .execute();
  return rows.map(({ scope, look, pseudonym_id, writer_id, ...times }) => ({
    scope,
    look,
    pseudonym:
      pseudonym_id === null
        ? null
        : {
            id: pseudonym_id,
            writerId: writer_id,
            live: times.bound_at !== null || (times.reserved_until ?? '') > now,
            givenUp: times.given_up_at !== null,
          },
  }));
}

/** The writer's own pseudonym that is spelled so; null for none. */
export async function pseudonymNamed(
  db: Db,
  { writerId, name }: { writerId: string; name: string },
): Promise<{ id: string; givenUp: boolean } | null> {
  const row = await db
    .selectFrom('pseudonyms')
    .select(['id', 'given_up_at'])
    .where('writer_id', '=', writerId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row ? { id: row.id, givenUp: row.given_up_at !== null } : null;
}

/** True while a response stands under a pseudonym with its name, or could again: published, held, or removed. */
export async function isStanding(db: Db, pseudonymId: string): Promise<boolean> {
  const row = await db
    .selectFrom('comments')
    .select('id')
    .where('pseudonym_id', '=', pseudonymId)
    .where('state', 'in', ['published', 'held', 'removed'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** True where a reader holds a name for good that would be taken for this one. */
export async function readerHoldsLike(db: Db, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('name_looks')
    .innerJoin('pseudonyms', 'pseudonyms.id', 'name_looks.pseudonym_id')
    .select('pseudonyms.id')
    .where('scope', '=', '')
    .where('look', 'in', looksToHold(name))
    .where('bound_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** True when staff have released something by the holder of a pseudonym, under whichever of their names. */
export async function isTrusted(db: Db, pseudonymId: string): Promise<boolean> {
  const row = await db
    .selectFrom('pseudonyms as own')
    .innerJoin('pseudonyms as any', (join) =>
      join.on((eb) =>
        eb.or([eb('any.id', '=', eb.ref('own.id')), eb('any.writer_id', '=', eb.ref('own.writer_id'))]),
      ),
    )
    .select('any.id')
    .where('own.id', '=', pseudonymId)
    .where('any.trusted_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** True where something was written with this address that its writer has not taken back, or was reported with it. */
export async function isWritersEmail(db: Db, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('comments')
    .select('id')
    .where('email', 'is not', null)
    .where(sameEmail('email', email))
    .where('state', 'not in', ['withdrawn', 'erased'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined || (await isReportersEmail(db, email));
}

async function isReportersEmail(db: Db, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('reports')
    .select('id')
    .where('reports.email', 'is not', null)
    .where(sameEmail('reports.email', email))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
