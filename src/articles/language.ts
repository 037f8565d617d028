import * as z from 'zod';

const longest = 35;
const sentence = (typed: string) =>
  `“${typed}” is no language tag (BCP 47): type one such as cy for Welsh, ar for Arabic or pt-BR for the Portuguese of Brazil, or leave it empty.`;

/**
 * The language of an article as a BCP 47 tag in its canonical form, or empty for that of the publication. A tag names
 * a language of ISO 639, so that neither `english` nor a country such as `gb` passes for one.
 */
export const languageTag = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .transform((typed, context) => {
    const tag = typed === '' ? '' : canonicalTag(typed);
    if (tag !== null) return tag;
    context.issues.push({ code: 'custom', input: typed, message: sentence(typed.slice(0, longest)) });
    return z.NEVER;
  });

/** The canonical form of a tag (`EN-gb` is `en-GB`, `eng` is `en`), or null for what is none. */
function canonicalTag(typed: string): string | null {
  if (typed.length > longest || !isWellFormed(typed)) return null;
  const [tag = ''] = Intl.getCanonicalLocales(typed);
  const { language } = new Intl.Locale(tag);
  const isKnown = language.length === 3 || (language.length === 2 && nameOf(language) !== undefined);
  return isKnown ? tag : null;
}

function isWellFormed(typed: string): boolean {
  try {
    return Intl.getCanonicalLocales(typed).length === 1;
  } catch {
    return false;
  }
}

function nameOf(language: string): string | undefined {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language);
}
