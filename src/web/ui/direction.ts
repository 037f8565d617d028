const rightToLeft = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'];

/** The direction in which a language is written: that of its script, which a tag names or implies. */
export function directionOf(tag: string): 'rtl' | 'ltr' {
  const { script } = new Intl.Locale(tag).maximize();
  return script !== undefined && rightToLeft.includes(script) ? 'rtl' : 'ltr';
}

/** Attributes of words in an article's own language; none where that is the page's. */
export function inLanguage(
  { locale }: { locale: string },
  { language }: { language: string | null },
): { lang?: string; dir?: 'rtl' | 'ltr' } {
  return language === null || language === locale ? {} : { lang: language, dir: directionOf(language) };
}
