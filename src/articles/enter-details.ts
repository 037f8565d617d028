import { type Action, canonical } from '../record/entry.ts';
import { keepChange } from '../record/keep-change.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { bylineWords } from './guests/guest.ts';
import { writersOf } from './guests/queries.ts';
import type { Kept } from './keep-revision.ts';

/** What the record's entry for an article's language commits to. */
export function languageWords(language: string | null): { language: string } {
  return { language: language ?? '' };
}

/** Enters the language of a published article and its guests, where the record says otherwise; at first it says none. */
export async function enterDetails(site: Site, tx: Db, kept: Kept): Promise<void> {
  const { language } = await tx
    .selectFrom('articles')
    .select('language')
    .where('id', '=', kept.id)
    .executeTakeFirstOrThrow();
  const last = await entered(tx, kept.id, 'article.language');
  if ((last ?? canonical(languageWords(null))) !== canonical(languageWords(language)))
    await enter(site, tx, { ...kept, action: 'article.language', words: languageWords(language) });
  await enterBylines(site, tx, kept);
}

/** Names without a guest among them need no entry until there was one. */
async function enterBylines(site: Site, tx: Db, kept: Kept): Promise<void> {
  const writers = await writersOf(tx, kept.id);
  const last = await entered(tx, kept.id, 'article.bylines');
  const words = bylineWords(writers);
  const told = last === null ? writers.some(({ guest }) => guest !== null) : last !== canonical(words);
  if (told) await enter(site, tx, { ...kept, action: 'article.bylines', words });
}

type Entered = Kept & { action: Action; words: Record<string, unknown> };

async function enter(site: Site, tx: Db, { id, editor, action, words }: Entered): Promise<void> {
  await keepChange(site, tx, { action, type: 'article', id, by: editor, words });
}

/** The words of the newest entry of an action, or null. */
async function entered(tx: Db, id: string, action: Action): Promise<string | null> {
  const last = await tx
    .selectFrom('kept_changes')
    .select('words')
    .where('subject_id', '=', id)
    .where('action', '=', action)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.words ?? null;
}
