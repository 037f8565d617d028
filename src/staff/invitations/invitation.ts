import { type Refusal, refuse } from '../../lib/refusal.ts';
import type { Time } from '../../store/schema.ts';
import type { Role } from '../permissions.ts';

/** How long an invitation stands. */
export const invitationDays = 7;
const day = 24 * 60 * 60 * 1000;

/** Somebody who was asked to join the staff and has not yet. */
export type Invitation = { id: string; name: string; email: string; role: Role; expiresAt: Time };

/** Where an invitation's letter stands. `why` is what the mail server said to the last try, if it did not take it. */
export type LetterStanding = { state: 'none' | 'waiting' | 'sent' | 'failed'; why: string | null };

/** A link to hand over: it is shown once, as only its hash is kept. */
export type InvitationLink = { url: string; expiresAt: Time };

/** When an invitation that is made or renewed now ends. */
export function endOf(now: Date): Time {
  return new Date(now.getTime() + invitationDays * day).toISOString();
}

/** The states in which an invitation brings nobody in. */
export type Standing = { usedAt: Time | null; withdrawnAt: Time | null; expiresAt: Time };

/** Why an invitation brings nobody in, as its holder is told; null where it still does. */
export function whyClosed(standing: Standing | null, now: Date): Refusal | null {
  if (standing === null) return refuse('invitation-unknown', `This link leads to no invitation. ${askAgain}`);
  if (standing.usedAt !== null)
    return refuse('invitation-used', 'This invitation has been used. If it was you, sign in instead.');
  if (standing.withdrawnAt !== null)
    return refuse('invitation-withdrawn', `This invitation was withdrawn. ${askAgain}`);
  if (standing.expiresAt <= now.toISOString())
    return refuse(
      'invitation-expired',
      `This invitation is more than ${invitationDays} days old. ${askAgain}`,
    );
  return null;
}

const askAgain = 'Ask an owner of the publication for a new one.';
