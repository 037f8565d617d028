import { languageWords } from '../articles/enter-language.ts';
import { canonical } from '../record/entry.ts';
import { isPublished } from '../store/visibility.ts';
import { type Audit, report } from './audit.ts';
import type { Kept } from './kept-changes.ts';

/** Published articles are in the language that was last entered; one of which none was is in the publication's. */
export async function verifyLanguages(audit: Audit, kept: Map<string, Kept[]>): Promise<void> {
  const articles = await audit.db
    .selectFrom('articles')
    .select(['id', 'path', 'language'])
    .where(isPublished)
    .where((eb) =>
      eb.or([
        eb('language', 'is not', null),
        eb('id', 'in', (sub) =>
          sub.selectFrom('kept_changes').select('subject_id').where('action', '=', 'article.language'),
        ),
      ]),
    )
    .execute();
  for (const { id, path, language } of articles) {
    const last = kept.get(id)?.findLast(({ action }) => action === 'article.language');
    if ((last?.words ?? canonical(languageWords(null))) !== canonical(languageWords(language)))
      report(audit, `${path} is not in the language that was last entered for it.`);
  }
}
