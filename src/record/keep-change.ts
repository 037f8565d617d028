import { newSecret } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { appendEntry } from './append.ts';
import { type Action, type Actor, canonical, type Subject } from './entry.ts';

export type Change = {
  action: Action;
  type: Subject['type'];
  id: string;
  by: { actor: Actor; staffId: string | null };
  /** What the entry commits to. */
  words: Record<string, unknown>;
};

/** Keeps the words of a public change of what has no versions of its own, and enters it in the record with a commitment to them. */
export async function keepChange(site: Site, tx: Db, { action, type, id, by, words }: Change): Promise<void> {
  const last = await tx
    .selectFrom('kept_changes')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('subject_id', '=', id)
    .executeTakeFirst();
  const salt = newSecret(site.random);
  const text = canonical(words);
  await tx
    .insertInto('kept_changes')
    .values({
      ...{ subject_id: id, number: Number(last?.number ?? 0) + 1, action, words: text, salt },
      ...{ at: site.clock.now().toISOString(), by_staff: by.staffId },
    })
    .execute();
  await appendEntry(site, tx, {
    ...{ action, by: by.actor, subject: { type, id }, visibility: 'public' },
    words: { salt, text },
  });
}
