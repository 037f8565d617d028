import * as z from 'zod';
import { newId } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { enterPrivately } from './enter.ts';
import { isRole, type Role, roles } from './permissions.ts';
import { insertStaff } from './queries.ts';
import { foldEmail, type Staff } from './staff.ts';

const longestName = 100;

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
    await enterPrivately(site, tx, { action: 'staff.add', by: 'owner', staffId: staff.id });
    return done(staff);
  });
}

/** Reads who is to be added or invited. Refuses `name-missing`, `name-long`, `email-invalid` and `role-unknown`. */
export function readNewStaff(input: NewStaff): Outcome<Omit<Staff, 'id'>> {
  const named = readName(input.name);
  if (!named.ok) return named;
  const name = named.value;
  const email = readEmail(input.email);
  if (!email.ok) return email;
  const role = readRole(input.role);
  return role.ok ? done({ name, email: email.value, role: role.value }) : role;
}

/** Reads an e-mail address, as it is kept. Refuses `email-invalid`. */
export function readEmail(text: string): Outcome<string> {
  const email = foldEmail(text);
  // The sign-in library's own rule: an address that it does not take could never get a link.
  if (z.email().safeParse(email).success) return done(email);
  return refuse('email-invalid', `“${email}” is not an e-mail address such as jane@example.org.`, 'email');
}

/** Reads somebody's name: one line. Refuses `name-missing` and `name-long`. */
export function readName(text: string): Outcome<string> {
  const name = text.trim().replace(/\s+/g, ' ');
  if (name === '') return refuse('name-missing', 'Somebody on the staff needs a name.', 'name');
  if (name.length > longestName)
    return refuse('name-long', `A name has at most ${longestName} characters: shorten it.`, 'name');
  return done(name);
}

/** Reads the name of a role. Refuses `role-unknown`. */
export function readRole(text: string): Outcome<Role> {
  if (isRole(text)) return done(text);
  return refuse('role-unknown', `“${text}” is not a role: use ${inWords(roles)}.`, 'role');
}

function inWords(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
