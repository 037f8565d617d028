import type { ArticleSummary } from '../articles/article-view.ts';
import type { PublicationView } from '../publication/publication-view.ts';
import { address } from './addresses.ts';
import { element, isBlank, type XmlElement, xmlDocument } from './xml.ts';

type NewsArticle = Pick<ArticleSummary, 'path' | 'title' | 'publishedAt' | 'dated' | 'language'>;

const mostArticles = 1_000;
const twoDays = 2 * 24 * 60 * 60 * 1000;
const namespaces = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
};

/**
 * A news sitemap (Google, sitemap-news 0.9): of the articles given, the newest 1,000 of the two days before `now`.
 * An import without a date is left out: the time at which it came in is not the time of the news.
 */
export function newsSitemap(
  publication: PublicationView,
  articles: readonly NewsArticle[],
  now: Date,
): string {
  const entries = articles
    .filter((article) => isNews(article, now))
    .sort((one, other) => Date.parse(other.publishedAt) - Date.parse(one.publishedAt))
    .slice(0, mostArticles)
    .map((article) => newsEntry(publication, article));
  return xmlDocument(element('urlset', entries, namespaces));
}

function isNews({ publishedAt, dated, title }: NewsArticle, now: Date): boolean {
  const age = now.getTime() - Date.parse(publishedAt);
  return dated !== null && !isBlank(title) && age >= 0 && age <= twoDays;
}

function newsEntry(publication: PublicationView, article: NewsArticle): XmlElement {
  const source = [
    element('news:name', publication.title),
    element('news:language', newsLanguage(article.language ?? publication.locale)),
  ];
  const news = [
    element('news:publication', source),
    element('news:publication_date', new Date(article.publishedAt).toISOString()),
    element('news:title', article.title),
  ];
  return element('url', [element('loc', address(publication, article.path)), element('news:news', news)]);
}

/** ISO 639, two or three letters; Chinese alone is told apart by its script: `zh-cn` or `zh-tw`. */
function newsLanguage(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}
