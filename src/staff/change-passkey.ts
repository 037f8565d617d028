import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { enterPrivately } from './enter.ts';
import { queueLetter } from './letters.ts';
import { readPasskeyName } from './passkey.ts';
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

/** Removes one of somebody's own passkeys. Refuses `passkey-unknown`. */
export async function removePasskey(
  site: Site,
  staff: Staff,
  id: string,
): Promise<Outcome<{ name: string }>> {
  return site.store.write(async (tx) => {
    const passkey = (await passkeysOf(tx, staff.id)).find((each) => each.id === id);
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

function unknownPasskey() {
  return refuse('passkey-unknown', 'This passkey is no longer here: it was removed before.');
}
