import { appendEntry } from '../record/append.ts';
import type { Action, Actor } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

type StaffEntry = { action: Action; by: Actor['role']; staffId: string; reason?: string };

/** Enters in the record, for staff alone, what was done to somebody's account. */
export function enterPrivately(site: Site, tx: Db, entry: StaffEntry): Promise<void> {
  const { action, by, staffId, reason = null } = entry;
  const subject = { type: 'staff', id: staffId } as const;
  return appendEntry(site, tx, { action, by: { role: by }, visibility: 'private', subject, reason });
}
