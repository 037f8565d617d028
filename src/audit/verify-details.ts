import { languageWords } from '../articles/enter-details.ts';
import { bylineWords } from '../articles/guests/guest.ts';
import { writersOfAll } from '../articles/guests/queries.ts';
import { canonical } from '../record/entry.ts';
import { isPublished } from '../store/visibility.ts';
import { type Audit, report } from './audit.ts';
import type { Kept } from './kept-changes.ts';

/**
 * Published articles are in the language, and under the names and guests, that were last entered; one of which
 * nothing was entered is in the publication's language and has no guest.
 */
export async function verifyDetails(audit: Audit, kept: Map<string, Kept[]>): Promise<void> {
  const articles = await articlesWithDetails(audit);
  const guests = await writersOfAll(
    audit.db,
    articles.map(({ id }) => id),
  );
  for (const { id, path, language } of articles) {
    const last = (wanted: string) => kept.get(id)?.findLast(({ action }) => action === wanted)?.words;
    if ((last('article.language') ?? canonical(languageWords(null))) !== canonical(languageWords(language)))
      report(audit, `${path} is not in the language that was last entered for it.`);
    const writers = guests.get(id) ?? [];
    const named = last('article.bylines');
    const agrees =
      named === undefined
        ? writers.every(({ guest }) => guest === null)
        : named === canonical(bylineWords(writers));
    if (!agrees) report(audit, `${path} is not by the writers and guests that were last entered for it.`);
  }
}

/** Those of which the record says something, or should. */
function articlesWithDetails({ db }: Audit) {
  const details = ['article.language', 'article.bylines'];
  return db
    .selectFrom('articles')
    .select(['id', 'path', 'language'])
    .where(isPublished)
    .where((eb) =>
      eb.or([
        eb('language', 'is not', null),
        eb('id', 'in', (sub) => sub.selectFrom('guest_bylines').select('article_id')),
        eb('id', 'in', (sub) =>
          sub.selectFrom('kept_changes').select('subject_id').where('action', 'in', details),
        ),
      ]),
    )
    .execute();
}
