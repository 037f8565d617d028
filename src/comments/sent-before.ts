import { keyedHash, sha256 } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { canonical } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { CommentState, Db } from '../store/schema.ts';
import { type CommentInput, wordsHash } from './comment.ts';
import type { HoldReason } from './policy.ts';

const tenMinutes = 600_000;

/** Who writes: the secret in their browser (or none yet), their network address, and the trap they may fall into. */
export type Writer = { secret: string; address: string; honeypot: boolean };

export type Post = { articleId: string; input: CommentInput; writer: Writer; idempotencyKey?: string };

/** What became of it. `number` is null while it waits; `again` when the same words had come before. */
export type Posted = {
  id: string;
  number: number | null;
  state: CommentState;
  heldFor: HoldReason[];
  again: boolean;
};

/** The comment that these same words, by this name and from this address, made within ten minutes; null for none. */
export async function sameWords(
  site: Site,
  tx: Db,
  { articleId, input, writer }: Post,
): Promise<Posted | null> {
  const rows = await tx
    .selectFrom('comments')
    .select(['id', 'number', 'state', 'held_for', 'address_hash', 'posted_at'])
    .where('article_id', '=', articleId)
    .where('words_hash', '=', wordsHash(articleId, input))
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  const address = addressHash(site, writer.address);
  const since = tenMinutesAgo(site);
  const row = rows.findLast((each) => each.address_hash === address && each.posted_at > since);
  return row ? postedBefore(row) : null;
}

/** What a request with the same key made before; null for none. Refusal: `key-reused`, for other words. */
export async function resentRequest(site: Site, tx: Db, post: Post): Promise<Outcome<Posted> | null> {
  if (post.idempotencyKey === undefined) return null;
  const row = await tx
    .selectFrom('idempotency_keys')
    .innerJoin('comments', 'comments.id', 'idempotency_keys.comment_id')
    .select(['comments.id', 'comments.number', 'comments.state', 'comments.held_for', 'request_hash'])
    .where('key_hash', '=', keyHash(site, post))
    .executeTakeFirst();
  if (!row) return null;
  if (row.request_hash !== requestHash(post))
    return refuse(
      'key-reused',
      'This Idempotency-Key was used for another comment: make a new key for each comment.',
    );
  return done(postedBefore(row));
}

function postedBefore(row: {
  id: string;
  number: number | null;
  state: CommentState;
  held_for: string | null;
}): Posted {
  const { id, number, state } = row;
  return { id, number, state, heldFor: row.held_for ? JSON.parse(row.held_for) : [], again: true };
}

/** Keeps the key of a request, so that sent again it makes nothing new. */
export async function rememberKey(
  site: Site,
  tx: Db,
  { post, id }: { post: Post; id: string },
): Promise<void> {
  if (post.idempotencyKey === undefined) return;
  await tx
    .insertInto('idempotency_keys')
    .values({
      key_hash: keyHash(site, post),
      request_hash: requestHash(post),
      comment_id: id,
      at: site.clock.now().toISOString(),
    })
    .execute();
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
