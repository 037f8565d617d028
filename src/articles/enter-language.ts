import { canonical } from '../record/entry.ts';
import { keepChange } from '../record/keep-change.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import type { Kept } from './keep-revision.ts';

/** What the record's entry for an article's language commits to. */
export function languageWords(language: string | null): { language: string } {
  return { language: language ?? '' };
}

/** Enters the language that a published article now has, where the record says another; at first none is said. */
export async function enterLanguage(site: Site, tx: Db, { id, editor }: Kept): Promise<void> {
  const { language } = await tx
    .selectFrom('articles')
    .select('language')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const words = languageWords(language);
  if (canonical(words) === (await entered(tx, id))) return;
  await keepChange(site, tx, { action: 'article.language', type: 'article', id, by: editor, words });
}

async function entered(tx: Db, id: string): Promise<string> {
  const last = await tx
    .selectFrom('kept_changes')
    .select('words')
    .where('subject_id', '=', id)
    .where('action', '=', 'article.language')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.words ?? canonical(languageWords(null));
}
