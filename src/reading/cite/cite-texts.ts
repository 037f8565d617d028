import type { FullArticle } from '../../articles/queries.ts';
import { revisionWords, withheldOf } from '../../articles/revisions/queries.ts';
import { versionHash } from '../../articles/revisions/version-words.ts';
import { wordsPath } from '../../comments/comment.ts';
import { commentsBetween } from '../../comments/thread-queries.ts';
import { calendarDay } from '../../lib/dates.ts';
import { sha256Hex } from '../../lib/ids.ts';
import { plainWords } from '../../lib/plain-words.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import type { Site } from '../../site.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import type { CitedText } from './cited-text.ts';

type Citing = { article: FullArticle; number: number; publication: PublicationView };

/** A version of an article for citing; null where there is none, or its words are withheld. */
export async function citeVersion(
  site: Site,
  { article, number, publication }: Citing,
): Promise<CitedText | null> {
  const db = site.store.read;
  const words = await revisionWords(db, article.id, number);
  const hash = await versionHash(db, article.id, number);
  if (!words || hash === null || (await withheldOf(db, article.id)).has(number)) return null;
  return {
    ...about(site, article, publication),
    kind: 'article',
    key: `${keyOf(article.path)}-v${number}`,
    title: words.title,
    authors: article.authors.map(({ name }) => name),
    dated: article.dated,
    version: { number, at: words.at },
    url: `${publication.url}${article.path}versions/${hash}/`,
    hash,
  };
}

/** A response's words as its address is the hash of, or that they are gone; null where there never was one. */
export async function responseWords(
  site: Site,
  article: FullArticle,
  number: number,
): Promise<{ words: string; name: string; dated: string | null } | 'gone' | null> {
  const [comment] = await commentsBetween(site.store.read, article, { from: number, to: number });
  if (!comment) return null;
  if (comment.state !== 'published') return 'gone';
  return { words: plainWords([comment.text]), name: comment.name, dated: comment.dated };
}

/** A response for citing. */
export async function citeResponse(
  site: Site,
  { article, number, publication }: Citing,
): Promise<CitedText | 'gone' | null> {
  const found = await responseWords(site, article, number);
  if (found === null || found === 'gone') return found;
  const hash = sha256Hex(found.words);
  return {
    ...about(site, article, publication),
    kind: 'response',
    key: `${keyOf(article.path)}-r${number}`,
    title: wordingFor(publication.locale).cite.response(number, article.title),
    authors: found.name === '' ? [] : [found.name],
    dated: found.dated,
    version: null,
    url: publication.url + wordsPath(article.path, number, found.words),
    hash,
  };
}

function about(site: Site, article: FullArticle, publication: PublicationView) {
  return {
    publication: publication.title,
    language: article.language ?? publication.locale,
    read: calendarDay(site.clock.now(), publication.timeZone).join('-'),
  };
}

function keyOf(path: string): string {
  return path
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}
