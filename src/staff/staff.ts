import { type Refusal, refuse } from '../lib/refusal.ts';
import type { Time } from '../store/schema.ts';
import { isRole, type Role } from './permissions.ts';

/** A member of staff, as the desk knows whoever is signed in. */
export type Staff = { id: string; name: string; email: string; role: Role };

/** Somebody's place on the staff: `disabledAt` is when it was closed, null while it is open. */
export type StaffAccount = Staff & { disabledAt: Time | null };

type Fields = { id: string; name: string; email: string; role: string };

/** The person in a row. Throws when the role is none that this program knows: it then has no rights to give. */
export function asStaff({ id, name, email, role }: Fields): Staff {
  if (!isRole(role)) throw new Error(`Staff ${id} has the role “${role}”, which this program does not know.`);
  return { id, name, email, role };
}

/** An e-mail address as it is kept and compared: without spaces around it, in small letters. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** The refusal for an address that nobody on the staff has. */
export function unknownStaff(email: string): Refusal {
  return refuse('staff-unknown', `Nobody on the staff has the e-mail address “${email}”.`, 'email');
}
