import { countWordings } from '../comments/edits/keep-wording.ts';
import { type Outcome, refuse } from '../lib/refusal.ts';
import { mayBind } from '../pseudonyms/hold-name.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { lockComment, type Moderator, releaseIn } from './decide.ts';
import { actOnPress, type Pressable, pressIn, undoPress } from './press.ts';

/** What cannot be published waits again. */
const release: Pressable = {
  ...{ job: 'comment.release', wanted: 'release' },
  say: {
    decided: 'This was decided already.',
    late: 'It is too late to undo this release: it has taken effect. Remove the response instead.',
  },
  async keep(site, tx, { id, at, by }) {
    const row = await tx
      .updateTable('comments')
      .set({ release_at: at, release_by: by })
      .where('id', '=', id)
      .where('state', '=', 'held')
      .where('release_at', 'is', null)
      .returning('pseudonym_id')
      .executeTakeFirst();
    if (!row) return false;
    const free = row.pseudonym_id === null ? null : await mayBind(site, tx, row.pseudonym_id);
    if (free === null || free.ok) return true;
    await waitAgain(tx, id);
    return free;
  },
  async takeBack(tx, id) {
    const row = await tx
      .updateTable('comments')
      .set({ release_at: null, release_by: null })
      .where('id', '=', id)
      .where('state', '=', 'held')
      .where('release_at', 'is not', null)
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  },
  async whose(tx, { id, at }) {
    const row = await tx
      .selectFrom('comments')
      .select('release_by')
      .where('id', '=', id)
      .where('state', '=', 'held')
      .where('release_at', '=', at)
      .executeTakeFirst();
    return row?.release_by ?? null;
  },
  async act(site, tx, decision) {
    const released = await releaseIn(site, tx, decision);
    if (!released.ok) await waitAgain(tx, decision.id);
  },
};

type Pressing = { id: string; moderator: Moderator; seen?: number | null; pressedAt?: Date };

/**
 * Presses release: the comment is published in ten seconds unless that is undone. `seen` is how often its writer had
 * changed the words that were read; null for whatever they are now. Refusals: `already-decided`, `changed-since`, `name-taken`.
 */
export async function pressRelease(
  site: Site,
  { seen = null, ...pressing }: Pressing,
): Promise<Outcome<{ at: string }>> {
  return site.store.write(async (tx) => {
    await lockComment(tx, pressing.id);
    if (seen !== null && (await countWordings(tx, pressing.id)) !== seen) return changedSince;
    return pressIn({ site, tx }, release, pressing);
  });
}

const changedSince = refuse(
  'changed-since',
  'Its writer has changed the words since you loaded this page: load it again and read what it says now.',
);

/** Undoes a release that has not yet taken effect. Refusal: `too-late`. */
export async function undoRelease(site: Site, id: string): Promise<Outcome<{ id: string }>> {
  return undoPress(site, release, id);
}

/** The job `comment.release`. */
export async function takeEffect(site: Site, pressed: { id: string; at: string }): Promise<void> {
  await actOnPress(site, release, pressed);
}

async function waitAgain(tx: Db, id: string): Promise<void> {
  await tx.updateTable('comments').set({ release_at: null, release_by: null }).where('id', '=', id).execute();
}
