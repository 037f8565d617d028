import { newId, newSecret, sha256 } from '../lib/ids.ts';
import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { countTry } from '../staff/tries.ts';
import type { Db } from '../store/schema.ts';
import type { WriterKeyKind } from '../store/schema-writers.ts';
import { browserKey, holdsNames } from './queries.ts';
import { newPhrase, readPhrase } from './recovery-phrase.ts';
import { giveBrowserKey } from './sign-as.ts';

/** A key that is no browser's: what it is known by, and what it needs to be kept with it. */
export type NewKey = { writerId: string; kind: WriterKeyKind; hash: string; content: string | null };

/** Keeps a key. Answers false where it is somebody's already. */
export async function giveKey(
  site: Site,
  tx: Db,
  { writerId, kind, hash, content }: NewKey,
): Promise<boolean> {
  const made_at = site.clock.now().toISOString();
  const row = await tx
    .insertInto('writer_keys')
    .values({ id: newId(site.clock, site.random), writer_id: writerId, kind, hash, content, made_at })
    .onConflict((conflict) => conflict.columns(['kind', 'hash']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whose key it is, while it opens something. */
export async function keyHolder(
  db: Db,
  { kind, hash }: { kind: WriterKeyKind; hash: string },
): Promise<{ id: string; writerId: string; content: string | null } | null> {
  const row = await db
    .selectFrom('writer_keys')
    .select(['id', 'writer_id', 'content'])
    .where('kind', '=', kind)
    .where('hash', '=', hash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ? { id: row.id, writerId: row.writer_id, content: row.content } : null;
}

/** Locks a writer to the end of the transaction: of two presses at one moment the second sees what the first has made. */
export async function lockWriter(tx: Db, id: string): Promise<void> {
  await tx
    .updateTable('writers')
    .set((eb) => ({ created_at: eb.ref('created_at') }))
    .where('id', '=', id)
    .execute();
}

/** Makes a phrase, shown this once; the one before opens nothing from now on. */
export async function makePhrase(site: Site, writerId: string): Promise<string> {
  const phrase = newPhrase(site.random);
  await site.store.write(async (tx) => {
    await lockWriter(tx, writerId);
    await endKeys(site, tx, { writerId, kind: 'phrase', why: 'replaced' });
    await giveKey(site, tx, { writerId, kind: 'phrase', hash: sha256(phrase), content: null });
  });
  return phrase;
}

type Ending = {
  writerId: string;
  why: string;
  kind?: WriterKeyKind;
  id?: string;
  but?: string;
  only?: string;
};

/** Ends keys, everywhere and at once. What they needed is forgotten; of all but browsers' the hash too. */
export async function endKeys(
  site: Site,
  tx: Db,
  { writerId, why, kind, id, but, only }: Ending,
): Promise<number> {
  let query = tx
    .updateTable('writer_keys')
    .set((eb) => ({
      content: null,
      ended_at: site.clock.now().toISOString(),
      ended_why: why,
      hash: eb.case().when('kind', '=', 'browser').then(eb.ref('hash')).else(eb.ref('id')).end(),
    }))
    .where('writer_id', '=', writerId)
    .where('ended_at', 'is', null);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (id !== undefined) query = query.where('id', '=', id);
  if (only !== undefined) query = query.where('hash', '=', sha256(only));
  if (but !== undefined) query = query.where('hash', '<>', sha256(but));
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

/** A browser that is to have a writer's names: the secret it sent, and whether it may let go of what it holds. */
export type Browser = { secret: string; letGo: boolean };

/**
 * Why a browser cannot have somebody's names yet: it holds others, which are not mixed with those that come, as a link
 * sent by somebody else must not make them theirs. Refusal: `names-here`, on the field `let_go`.
 */
export async function namesHere(
  tx: Db,
  { writerId, browser }: { writerId: string; browser: Browser },
): Promise<Refusal | null> {
  const before = await browserKey(tx, browser.secret);
  if (before === null || before.endedAt !== null || before.writerId === writerId || browser.letGo)
    return null;
  if (!(await holdsNames(tx, before.writerId))) return null;
  return refuse(
    'names-here',
    'This browser holds other names, which it would let go. Make a recovery phrase for them first if you want them back, then tick the box and send this again.',
    'let_go',
  );
}

/** Gives a browser a key of somebody who has shown another of theirs. The key that it had ends. Answers the new secret. */
export async function openBrowser(
  site: Site,
  tx: Db,
  { writerId, browser }: { writerId: string; browser: Browser },
): Promise<string> {
  const before = await browserKey(tx, browser.secret);
  if (before !== null) await endKeys(site, tx, { writerId: before.writerId, id: before.id, why: 'replaced' });
  const secret = newSecret(site.random);
  await giveBrowserKey(site, tx, { writerId, secret });
  return secret;
}

const tenMinutes = 600;
const mostPhrases = 10;

/** Brings the names of a phrase to a browser. Refusals: `too-fast`, `phrase-wrong` on the field `phrase`, `names-here`. */
export async function bringByPhrase(
  site: Site,
  { text, address, browser }: { text: string; address: string; browser: Browser },
): Promise<Outcome<string>> {
  return site.store.write(async (tx) => {
    const tries = await countTry(site, tx, { what: 'phrase', whom: address, seconds: tenMinutes });
    if (tries > mostPhrases)
      return refuse(
        'too-fast',
        'Too many phrases were tried from your address. Try again in ten minutes.',
        'phrase',
      );
    const phrase = readPhrase(text);
    const key = phrase === null ? null : await keyHolder(tx, { kind: 'phrase', hash: sha256(phrase) });
    if (key === null)
      return refuse(
        'phrase-wrong',
        'No names are kept under this phrase. It has six words of five letters; look at each letter once more.',
        'phrase',
      );
    const { writerId } = key;
    const refusal = await namesHere(tx, { writerId, browser });
    return refusal ?? done(await openBrowser(site, tx, { writerId, browser }));
  });
}
