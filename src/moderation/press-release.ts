import { countWordings } from '../comments/edits/keep-wording.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { mayBind } from '../pseudonyms/hold-name.ts';
import type { Actor } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { lockComment, type Moderator, releaseIn } from './decide.ts';
import { keepLate } from './late-decision.ts';
import { undoMilliseconds } from './undo-time.ts';

type Pressing = { id: string; moderator: Moderator; seen?: number | null; pressedAt?: Date };

/**
 * Presses release: the comment is published in ten seconds unless that is undone. `seen` is how often its writer had
 * changed the words that were read; null for whatever they are now. Refusals: `already-decided`, `changed-since`, `name-taken`.
 */
export async function pressRelease(
  site: Site,
  { id, moderator, seen = null, pressedAt = site.clock.now() }: Pressing,
): Promise<Outcome<{ at: string }>> {
  return site.store.write(async (tx) => {
    await lockComment(tx, id);
    if (seen !== null && (await countWordings(tx, id)) !== seen) return changedSince;
    const at = new Date(pressedAt.getTime() + undoMilliseconds).toISOString();
    const row = await tx
      .updateTable('comments')
      .set({ release_at: at, release_by: JSON.stringify(moderator) })
      .where('id', '=', id)
      .where('state', '=', 'held')
      .where('release_at', 'is', null)
      .returning('pseudonym_id')
      .executeTakeFirst();
    if (!row) {
      await keepLate(site, tx, { id, staffId: moderator.staffId, wanted: 'release' });
      return refuse('already-decided', 'This was decided already.');
    }
    const free = row.pseudonym_id === null ? done(null) : await mayBind(site, tx, row.pseudonym_id);
    if (!free.ok) {
      await waitAgain(tx, id);
      return free;
    }
    await enqueue(site, tx, { kind: 'comment.release', payload: { id, at }, dueAt: at });
    return done({ at });
  });
}

const changedSince = refuse(
  'changed-since',
  'Its writer has changed the words since you loaded this page: load it again and read what it says now.',
);

/** Undoes a release that has not yet taken effect. Refusal: `too-late`. */
export async function undoRelease(site: Site, id: string): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const row = await tx
      .updateTable('comments')
      .set({ release_at: null, release_by: null })
      .where('id', '=', id)
      .where('state', '=', 'held')
      .where('release_at', 'is not', null)
      .returning('id')
      .executeTakeFirst();
    return row
      ? done({ id })
      : refuse(
          'too-late',
          'It is too late to undo this release: it has taken effect. Remove the response instead.',
        );
  });
}

/** The job of that name: releases the comment if the press still stands. What cannot be published waits again. */
export async function takeEffect(site: Site, { id, at }: { id: string; at: string }): Promise<void> {
  await site.store.write(async (tx) => {
    const row = await tx
      .selectFrom('comments')
      .select('release_by')
      .where('id', '=', id)
      .where('state', '=', 'held')
      .where('release_at', '=', at)
      .executeTakeFirst();
    if (!row?.release_by) return;
    const moderator = JSON.parse(row.release_by) as { actor: Actor; staffId: string | null };
    const released = await releaseIn(site, tx, { id, moderator });
    if (!released.ok) await waitAgain(tx, id);
  });
}

async function waitAgain(tx: Db, id: string): Promise<void> {
  await tx.updateTable('comments').set({ release_at: null, release_by: null }).where('id', '=', id).execute();
}
