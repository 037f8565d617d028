import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { readName } from './add-staff.ts';
import { enterPrivately } from './enter.ts';
import { endSessions, setName } from './queries.ts';
import type { SessionFacts } from './session.ts';
import type { Staff } from './staff.ts';

/** Gives somebody, who asks for it, another name. Refuses `name-missing` and `name-long`. */
export async function renameSelf(site: Site, staff: Staff, text: string): Promise<Outcome<null>> {
  const name = readName(text);
  if (!name.ok) return name;
  await site.store.write(async (tx) => {
    await setName(tx, { id: staff.id, name: name.value, at: site.clock.now().toISOString() });
    await enterPrivately(site, tx, { action: 'staff.rename', by: staff.role, staffId: staff.id });
  });
  return done(null);
}

/** Ends one of somebody's own sessions. Refuses `session-unknown`. */
export async function endOwnSession(site: Site, staff: Staff, id: string): Promise<Outcome<null>> {
  return site.store.write(async (tx) => {
    if ((await endSessions(tx, { staffId: staff.id, id })) === 0)
      return refuse('session-unknown', 'This session is over already.');
    await enterPrivately(site, tx, { action: 'staff.session-end', by: staff.role, staffId: staff.id });
    return done(null);
  });
}

/** Ends all of somebody's own sessions but the one they are in. */
export async function endOtherSessions(
  site: Site,
  staff: Staff,
  session: SessionFacts,
): Promise<Outcome<null>> {
  return site.store.write(async (tx) => {
    if ((await endSessions(tx, { staffId: staff.id, but: session.id })) > 0)
      await enterPrivately(site, tx, { action: 'staff.session-end', by: staff.role, staffId: staff.id });
    return done(null);
  });
}
