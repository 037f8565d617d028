import { deskWordingFor } from '../wording.ts';
import { ArticleField } from './article-field.tsx';
import type { ArticleFormView } from './article-form.ts';

const offered = [
  ...['ar', 'bn', 'cy', 'de', 'en-GB', 'es', 'fa', 'fr', 'ga', 'gd', 'gu', 'he', 'hi', 'it', 'kw', 'lt'],
  ...['nl', 'pa', 'pl', 'pt', 'ro', 'sco', 'so', 'ta', 'tr', 'uk', 'ur', 'yi', 'zh'],
] as const;

/** The language of the article: any tag may be typed, those likely are offered with their names. */
export function LanguageField({ locale, form }: { locale: string; form: ArticleFormView }) {
  const { editor: say } = deskWordingFor(locale);
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return (
    <>
      <ArticleField
        locale={locale}
        form={form}
        name="language"
        list="languages"
        hint={say.sameLanguage(names.of(locale) ?? locale)}
      />
      <datalist id="languages">
        {offered.map((tag) => (
          <option value={tag}>{names.of(tag)}</option>
        ))}
      </datalist>
    </>
  );
}
