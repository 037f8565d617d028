import { keyedHash } from '../lib/ids.ts';
import { settingsIn } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import type { Db, Time } from '../store/schema.ts';

const day = 86_400_000;
/** Letters that anybody can ask for by typing an address: so many go to it in a day. */
const mostAsked = 3;

/**
 * What a letter to somebody outside the staff is: news that they said yes to, a link that was asked for, or the question
 * whether they want letters.
 */
export type LetterPurpose = 'news' | 'asked' | 'question';

type Sent = { id: string; at: Time; kind: LetterPurpose };

/**
 * Takes a place among the letters that one address may get in a day (`letters.daily`), in the transaction of whoever is
 * about to send one: the one counter for letters of every kind. A letter that has its place keeps it, however often it
 * is tried. News leaves the last place to letters that are asked for. Answers null, or when there is room again.
 */
export async function takePlace(
  site: Site,
  tx: Db,
  letter: { id: string; email: string; kind: LetterPurpose },
): Promise<Time | null> {
  const now = site.clock.now();
  const since = new Date(now.getTime() - day).toISOString();
  const { hash, sent } = await lockDay(site, tx, letter.email);
  const recent = sent.filter(({ at }) => at > since);
  if (recent.some(({ id }) => id === letter.id)) return null;
  const free = roomAgain(recent, {
    kind: letter.kind,
    most: Number((await settingsIn(tx))['letters.daily']),
  });
  if (free !== null) return free;
  recent.push({ id: letter.id, at: now.toISOString(), kind: letter.kind });
  await tx
    .updateTable('letter_days')
    .set({ sent: JSON.stringify(recent), at: now.toISOString() })
    .where('to_hash', '=', hash)
    .execute();
  return null;
}

/** Forgets what was sent more than a day ago. */
export async function forgetDays(site: Site): Promise<void> {
  const before = new Date(site.clock.now().getTime() - day).toISOString();
  await site.store.write((tx) => tx.deleteFrom('letter_days').where('at', '<', before).execute());
}

function roomAgain(
  sent: readonly Sent[],
  { kind, most }: { kind: LetterPurpose; most: number },
): Time | null {
  const among = (all: readonly Sent[], places: number): Time | null => {
    const blocking = all.at(-places);
    return blocking ? new Date(Date.parse(blocking.at) + day).toISOString() : null;
  };
  const room = among(sent, kind === 'news' ? Math.max(1, most - 1) : most);
  if (room !== null || kind !== 'asked') return room;
  return among(
    sent.filter((each) => each.kind === 'asked'),
    mostAsked,
  );
}

/** Its row stays locked to the end of the transaction: two who send to one address count one another. */
async function lockDay(site: Site, tx: Db, email: string): Promise<{ hash: string; sent: Sent[] }> {
  const hash = keyedHash(site.secrets.addressKey, `letters to ${email.toLowerCase()}`);
  const row = await tx
    .insertInto('letter_days')
    .values({ to_hash: hash, sent: '[]', at: site.clock.now().toISOString() })
    .onConflict((conflict) =>
      conflict.column('to_hash').doUpdateSet((eb) => ({ at: eb.ref('letter_days.at') })),
    )
    .returning('sent')
    .executeTakeFirstOrThrow();
  return { hash, sent: JSON.parse(row.sent) as Sent[] };
}
