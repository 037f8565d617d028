import { enqueue } from '../jobs/enqueue.ts';
import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import type { Moderator } from './decide.ts';
import { keepLate, type Wanted } from './late-decision.ts';
import { undoMilliseconds } from './undo-time.ts';

/** A press as it is kept: on which response, when it takes effect, and whose it is (JSON). */
export type Press = { id: string; at: string; by: string };

/** A decision that takes effect ten seconds after it was pressed and can be undone until then. */
export type Pressable = {
  /** The job by which it takes effect. */
  job: string;
  wanted: Wanted;
  /** What is said where it was decided already, and where it can be undone no more. */
  say: { decided: string; late: string };
  /** Keeps a press. False where one stands already or nothing waits; a refusal where it may not be. */
  keep(site: Site, tx: Db, press: Press): Promise<boolean | Refusal>;
  /** Takes the press that stands away; answers whether one did. */
  takeBack(tx: Db, id: string): Promise<boolean>;
  /** Whose press it is that takes effect at this time; null where it stands no more. */
  whose(tx: Db, at: { id: string; at: string }): Promise<string | null>;
  act(site: Site, tx: Db, decision: { id: string; moderator: Moderator }): Promise<void>;
};

type Pressing = { id: string; moderator: Moderator; pressedAt?: Date };

/** Presses it, inside the caller’s transaction. Refusals: `already-decided`, and what `keep` refuses. */
export async function pressIn(
  { site, tx }: { site: Site; tx: Db },
  what: Pressable,
  { id, moderator, pressedAt = site.clock.now() }: Pressing,
): Promise<Outcome<{ at: string }>> {
  const at = new Date(pressedAt.getTime() + undoMilliseconds).toISOString();
  const kept = await what.keep(site, tx, { id, at, by: JSON.stringify(moderator) });
  if (typeof kept === 'object') return kept;
  if (!kept) {
    await keepLate(site, tx, { id, staffId: moderator.staffId, wanted: what.wanted });
    return refuse('already-decided', what.say.decided);
  }
  await enqueue(site, tx, { kind: what.job, payload: { id, at }, dueAt: at });
  return done({ at });
}

/** Undoes a press that has not yet taken effect. Refusal: `too-late`. */
export async function undoPress(site: Site, what: Pressable, id: string): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) =>
    (await what.takeBack(tx, id)) ? done({ id }) : refuse('too-late', what.say.late),
  );
}

/** The work of its job: acts if the press still stands. */
export async function actOnPress(
  site: Site,
  what: Pressable,
  pressed: { id: string; at: string },
): Promise<void> {
  await site.store.write(async (tx) => {
    const by = await what.whose(tx, pressed);
    if (by === null) return;
    await what.act(site, tx, { id: pressed.id, moderator: JSON.parse(by) as Moderator });
  });
}
