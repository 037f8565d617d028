import { keyedHash, sha256 } from '../lib/ids.ts';
import { done, type Outcome } from '../lib/refusal.ts';
import { findWriter } from '../pseudonyms/queries.ts';
import { canonical } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { CommentState, Db } from '../store/schema.ts';
import { rememberSent, type SentRequest, sentBefore } from '../store/sent-requests.ts';
import { type CommentInput, wordsHash } from './comment.ts';
import type { HoldReason } from './policy.ts';

const tenMinutes = 600_000;

/** Who writes: the secret in their browser (or none yet), their network address, and the trap they may fall into. */
export type Writer = { secret: string; address: string; honeypot: boolean };

export type Post = {
  articleId: string;
  input: CommentInput;
  writer: Writer;
  idempotencyKey?: string;
  /** The proof of work, as it was sent. */
  proof?: string;
  /** Where marks would begin that its writer does not want: a paragraph, and a letter of it. */
  unmarked?: readonly { paragraph: number; from: number }[];
};

/** What became of it. `number` is null while it waits; `again` when the same words had come before. */
export type Posted = {
  id: string;
  number: number | null;
  state: CommentState;
  heldFor: HoldReason[];
  again: boolean;
  /** Whether it is surely the sender's own. Published words can be repeated by anybody at the same address. */
  own: boolean;
  /** A new secret that the writer's browser is to keep, where its own opens nothing any more; else null. */
  secret: string | null;
};

/** The comment that these same words, by this name and from this address, made within ten minutes; null for none. */
export async function sameWords(
  site: Site,
  tx: Db,
  { articleId, input, writer }: Post,
): Promise<Posted | null> {
  const rows = await tx
    .selectFrom('comments')
    .select(['id', 'number', 'state', 'held_for', 'address_hash', 'posted_at', 'pseudonym_id'])
    .where('article_id', '=', articleId)
    .where('words_hash', '=', wordsHash(articleId, input))
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  const address = addressHash(site, writer.address);
  const since = tenMinutesAgo(site);
  const row = rows.findLast((each) => each.address_hash === address && each.posted_at > since);
  if (!row) return null;
  return { ...postedBefore(row), own: row.number === null || (await isWriter(tx, row, writer)) };
}

async function isWriter(
  tx: Db,
  { pseudonym_id }: { pseudonym_id: string | null },
  { secret }: Writer,
): Promise<boolean> {
  const writer = await findWriter(tx, secret);
  if (writer === null || pseudonym_id === null) return false;
  const pseudonym = await tx
    .selectFrom('pseudonyms')
    .select('writer_id')
    .where('id', '=', pseudonym_id)
    .executeTakeFirst();
  return pseudonym?.writer_id === writer.id;
}

/** What a request with the same key made before; null for none. Refusal: `key-reused`, for other words. */
export async function resentRequest(site: Site, tx: Db, post: Post): Promise<Outcome<Posted> | null> {
  if (post.idempotencyKey === undefined) return null;
  const sent = await sentBefore(tx, requestOf(site, post), 'comment');
  if (sent === null || !sent.ok) return sent;
  const row = await tx
    .selectFrom('comments')
    .select(['id', 'number', 'state', 'held_for'])
    .where('id', '=', sent.value.id)
    .executeTakeFirstOrThrow();
  return done(postedBefore(row));
}

function postedBefore(row: {
  id: string;
  number: number | null;
  state: CommentState;
  held_for: string | null;
}): Posted {
  const { id, number, state } = row;
  return {
    id,
    number,
    state,
    heldFor: row.held_for ? JSON.parse(row.held_for) : [],
    again: true,
    own: true,
    secret: null,
  };
}

/** Keeps the key of a request, so that sent again it makes nothing new. */
export async function rememberKey(
  site: Site,
  tx: Db,
  { post, id }: { post: Post; id: string },
): Promise<void> {
  if (post.idempotencyKey === undefined) return;
  await rememberSent(tx, requestOf(site, post), id);
}

function requestOf(site: Site, post: Post): SentRequest {
  const at = site.clock.now().toISOString();
  return { keyHash: keyHash(site, post), requestHash: requestHash(post), at };
}

/** A key is its sender's own: two programs that count from 1 do not meet. */
function keyHash(site: Site, { articleId, idempotencyKey, writer }: Post): string {
  const sender = addressHash(site, writer.address);
  return sha256(canonical({ article: articleId, key: idempotencyKey ?? null, sender }));
}

function requestHash({ input }: Post): string {
  return sha256(canonical(input));
}

/** How a network address is kept: a keyed hash, 30 days long. */
export function addressHash(site: Site, address: string): string {
  return keyedHash(site.secrets.addressKey, address);
}

/** The time since which comments count for the pace and for the same words. */
export function tenMinutesAgo(site: Site): string {
  return new Date(site.clock.now().getTime() - tenMinutes).toISOString();
}
