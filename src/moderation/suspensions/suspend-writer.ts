import { isRunning } from '../../comments/suspended.ts';
import { newId } from '../../lib/ids.ts';
import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import { appendEntry } from '../../record/append.ts';
import type { Actor } from '../../record/entry.ts';
import type { Site } from '../../site.ts';
import { isRole } from '../../staff/permissions.ts';
import type { Db } from '../../store/schema.ts';
import type { Moderator } from '../decide.ts';
import type { Reason } from '../reason.ts';
import { askForReasonsMail } from '../statements/reasons-mail.ts';
import { maySuspend, type SuspensionKind } from './suspension.ts';

/** `until` is a UTC time, null for one that lasts until staff end it. */
export type Suspending = {
  commentId: string;
  kind: SuspensionKind;
  until: string | null;
  reason: Reason;
  by: Moderator;
};

/**
 * Suspends whoever wrote a response: the holder of its name, or its network address. They are told at its receipt.
 * Refusals: `no-comment`, `staff`, `no-writer`, `no-address`, `suspended-already`, `too-long-for-you`.
 */
export async function suspendWriter(site: Site, suspending: Suspending): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const { commentId, kind, until, reason, by } = suspending;
    const whom = await whomOf(tx, suspending);
    if (!whom.ok) return whom;
    const now = site.clock.now();
    if (isRole(by.actor.role) && !maySuspend(by.actor.role, until, now)) return tooLong;
    if (await isSuspended(tx, whom.value, now.toISOString())) return already;
    const id = newId(site.clock, site.random);
    const at = now.toISOString();
    await tx
      .insertInto('suspensions')
      .values({
        ...{ id, kind, comment_id: commentId, ...whom.value, at, until },
        ...{ by_role: by.actor.role, by_staff: by.staffId },
        ...{ reason_code: reason.code, reason_label: reason.label, reason_text: reason.sentence },
        ...{ ended_at: null, ended_role: null, ended_staff: null },
      })
      .execute();
    const subject = { id, kind, pseudonymId: whom.value.pseudonym_id };
    await enterSuspension(site, tx, {
      ...{ action: 'writer.suspend', suspension: subject, by: by.actor, reason: reason.code, at },
    });
    await askForReasonsMail(site, tx, { about: 'suspension', id });
    return done({ id });
  });
}

type Whom = { pseudonym_id: string | null; address_hash: string | null };

async function whomOf(tx: Db, { commentId, kind }: Suspending): Promise<Outcome<Whom>> {
  const row = await tx
    .updateTable('comments')
    .set((eb) => ({ html_version: eb.ref('html_version') }))
    .where('id', '=', commentId)
    .returning(['pseudonym_id', 'address_hash', 'by_staff', 'origin'])
    .executeTakeFirst();
  if (!row) return refuse('no-comment', 'There is no such response.');
  if (row.by_staff !== null)
    return refuse('staff', 'This was written by one of the staff: an owner decides who is on it.');
  if (kind === 'pseudonym')
    return row.pseudonym_id === null
      ? refuse('no-writer', 'Nobody is known by this response: it has no name that somebody holds.', 'kind')
      : done({ pseudonym_id: row.pseudonym_id, address_hash: null });
  return row.address_hash === null
    ? refuse(
        'no-address',
        'The network address of this response is no longer kept: suspend the name instead.',
        'kind',
      )
    : done({ pseudonym_id: null, address_hash: row.address_hash });
}

async function isSuspended(tx: Db, { pseudonym_id, address_hash }: Whom, now: string): Promise<boolean> {
  const row = await tx
    .selectFrom('suspensions')
    .select('id')
    .where((eb) =>
      pseudonym_id === null ? eb('address_hash', '=', address_hash) : eb('pseudonym_id', '=', pseudonym_id),
    )
    .where(isRunning(now))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const already = refuse('suspended-already', 'They are suspended already: end that first, at Suspensions.');
const tooLong = refuse(
  'too-long-for-you',
  'As a moderator you may suspend for up to 30 days: choose a shorter time, or ask an editor.',
  'period',
);

export type EnteredSuspension = {
  action: 'writer.suspend' | 'writer.unsuspend' | 'review.ask' | 'review.decide';
  suspension: { id: string; kind: SuspensionKind; pseudonymId: string | null };
  by: Actor;
  reason: string | null;
  at: string;
};

/**
 * The line of the record about a suspension: of a name public, under the random id of its pseudonym; of an address
 * private, under the suspension’s own id, so that nothing of the address outlives it.
 */
export async function enterSuspension(
  site: Site,
  tx: Db,
  { action, suspension, by, reason, at }: EnteredSuspension,
): Promise<void> {
  const { id, kind, pseudonymId } = suspension;
  await appendEntry(site, tx, {
    ...{ action, by, reason, at },
    ...(kind === 'pseudonym'
      ? { subject: { type: 'pseudonym', id: pseudonymId ?? id }, visibility: 'public' }
      : { subject: { type: 'address', id }, visibility: 'private' }),
  });
}
