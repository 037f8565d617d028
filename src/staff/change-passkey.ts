import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { enterPrivately } from './enter.ts';
import { queueLetter } from './letters.ts';
import { readPasskeyName } from './passkey.ts';
import { passwordHash } from './password/queries.ts';
import { deletePasskey, passkeysOf, renamePasskeyRow } from './queries.ts';
import type { Staff } from './staff.ts';

/** Gives one of somebody's own passkeys another name. Refuses `name-missing`, `name-long`, `passkey-unknown`. */
export async function renamePasskey(
  site: Site,
  staff: Staff,
  { id, name }: { id: string; name: string },
): Promise<Outcome<null>> {
  const read = readPasskeyName(name);
  if (!read.ok) return read;
  const renamed = await site.store.write((tx) =>
    renamePasskeyRow(tx, { id, staffId: staff.id, name: read.value }),
  );
  return renamed ? done(null) : unknownPasskey();
}

/**
 * Removes one of somebody's own passkeys. Refuses `passkey-unknown`, and `last-way` for the last one of whoever has no
 * password, unless they are `sure`.
 */
export async function removePasskey(
  site: Site,
  staff: Staff,
  { id, sure }: { id: string; sure: boolean },
): Promise<Outcome<{ name: string }>> {
  return site.store.write(async (tx) => {
    const passkeys = await passkeysOf(tx, staff.id);
    const passkey = passkeys.find((each) => each.id === id);
    if (passkey && passkeys.length === 1 && !sure && (await passwordHash(tx, staff.id)) === null)
      return lastWay();
    if (!passkey || !(await deletePasskey(tx, { id, staffId: staff.id }))) return unknownPasskey();
    await enterPrivately(site, tx, {
      action: 'staff.credential-remove',
      by: staff.role,
      staffId: staff.id,
      reason: 'passkey',
    });
    await queueLetter(site, tx, { about: 'passkey-removed', staffId: staff.id });
    return done({ name: passkey.name });
  });
}

/** The refusal of taking away the last way in without being sure of it. */
export function lastWay(): Refusal {
  return refuse('last-way', 'This is your last way to sign in by yourself.');
}

function unknownPasskey() {
  return refuse('passkey-unknown', 'This passkey is no longer here: it was removed before.');
}
