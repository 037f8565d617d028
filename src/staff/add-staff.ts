import * as z from 'zod';
import { newId } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import { isRole, roles } from './permissions.ts';
import { insertStaff } from './queries.ts';
import { foldEmail, type Staff } from './staff.ts';

export type NewStaff = { name: string; email: string; role: string };

/**
 * Adds somebody to the staff, who then signs in by a link made for them. Refuses `name-missing`,
 * `email-invalid`, `role-unknown` and `email-taken`. Only an owner manages staff, here or at a terminal, so the
 * record names that role.
 */
export async function addStaff(site: Site, input: NewStaff): Promise<Outcome<Staff>> {
  const read = readNewStaff(input);
  if (!read.ok) return read;
  const staff: Staff = { id: newId(site.clock, site.random), ...read.value };
  return site.store.write(async (tx) => {
    const added = await insertStaff(tx, { ...staff, at: site.clock.now().toISOString() });
    if (!added)
      return refuse('email-taken', `“${staff.email}” belongs to somebody on the staff already.`, 'email');
    await appendEntry(site, tx, {
      action: 'staff.add',
      by: { role: 'owner' },
      visibility: 'private',
      subject: { type: 'staff', id: staff.id },
    });
    return done(staff);
  });
}

function readNewStaff(input: NewStaff): Outcome<Omit<Staff, 'id'>> {
  const name = input.name.trim();
  const email = foldEmail(input.email);
  if (name === '') return refuse('name-missing', 'Somebody on the staff needs a name.', 'name');
  // The sign-in library's own rule: an address that it does not take could never get a link.
  if (!z.email().safeParse(email).success)
    return refuse('email-invalid', `“${email}” is not an e-mail address such as jane@example.org.`, 'email');
  if (!isRole(input.role))
    return refuse('role-unknown', `“${input.role}” is not a role: use ${inWords(roles)}.`, 'role');
  return done({ name, email, role: input.role });
}

function inWords(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
