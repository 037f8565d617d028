import { type Refusal, refuse } from '../lib/refusal.ts';

/** An owner who changes the staff: at the desk by their id, at a terminal without one. */
export type Manager = { staffId: string | null };

/** Whoever is at a terminal of the server. */
export const atTerminal: Manager = { staffId: null };

/**
 * Why this owner may not change the staff any more: they were one when they pressed, and somebody else was quicker.
 * `owners` are the active ones, locked. Null where nothing speaks against it.
 */
export function notOwner({ staffId }: Manager, owners: string[]): Refusal | null {
  if (staffId === null || owners.includes(staffId)) return null;
  return refuse('not-owner', 'You are no longer an owner: somebody changed that a moment ago.');
}
