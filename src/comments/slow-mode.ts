import { timeText } from '../lib/dates.ts';
import { type Refusal, refuse } from '../lib/refusal.ts';
import { findWriter } from '../pseudonyms/queries.ts';
import type { Settings } from '../publication/settings.ts';
import type { Site } from '../site.ts';
import { countTry, triedUntil } from '../staff/tries.ts';
import type { Db } from '../store/schema.ts';
import type { Post } from './sent-before.ts';

type Slowed = {
  post: Pick<Post, 'articleId' | 'writer'>;
  /** The article’s own seconds, or null. */
  article: { slow_seconds: number | null };
  settings: Settings;
};

/** The least time in seconds between two responses of one writer under an article; 0 for none. */
export function slowSeconds({ article, settings }: Pick<Slowed, 'article' | 'settings'>): number {
  return article.slow_seconds ?? Number(settings['comments.slow']);
}

/**
 * Why a writer, by their names’ keys or their network address, has to wait before they write once more under this
 * article; null where they need not. Taking a response back shortens nothing.
 */
export async function slowRefusal(site: Site, tx: Db, slowed: Slowed): Promise<Refusal | null> {
  const seconds = slowSeconds(slowed);
  if (seconds === 0) return null;
  const untils: string[] = [];
  for (const whom of await whomOf(tx, slowed.post)) {
    const until = await triedUntil(site, tx, { what: 'slow', whom });
    if (until !== null) untils.push(until);
  }
  const until = untils.sort().at(-1);
  if (until === undefined) return null;
  const { settings } = slowed;
  const minute = new Date(Date.parse(until) + 59_999).toISOString(); // never told too early
  const at = timeText(minute, { locale: settings.locale, timeZone: settings['time-zone'] });
  return refuse(
    'too-fast',
    `Responses here are slowed down: ${spanText(seconds)} lie between two by one writer. You can write again at ${at}. Your words are kept here: send them then.`,
  );
}

/** Remembers a response that was taken, for as long as its writer has to wait. Of an address only a keyed hash is kept. */
export async function countSlow(site: Site, tx: Db, slowed: Slowed): Promise<void> {
  const seconds = slowSeconds(slowed);
  if (seconds === 0) return;
  for (const whom of await whomOf(tx, slowed.post)) await countTry(site, tx, { what: 'slow', whom, seconds });
}

/** A writer is known by the address, and by the keys of their names once they have any. */
async function whomOf(tx: Db, { articleId, writer }: Slowed['post']): Promise<string[]> {
  const known = await findWriter(tx, writer.secret);
  return [`${articleId} ${writer.address}`, ...(known === null ? [] : [`${articleId} ${known.id}`])];
}

/** “90 seconds”, “5 minutes”, “2 hours”. */
export function spanText(seconds: number): string {
  const units = [
    { size: 3_600, one: 'an hour', many: 'hours' },
    { size: 60, one: 'a minute', many: 'minutes' },
    { size: 1, one: 'a second', many: 'seconds' },
  ];
  const unit = units.find(({ size }) => seconds % size === 0 && seconds >= size);
  if (!unit) return 'no time';
  const number = seconds / unit.size;
  return number === 1 ? unit.one : `${number} ${unit.many}`;
}
