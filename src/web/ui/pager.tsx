import { type Wording, wordingFor } from './wording.ts';

type PagerProps = {
  locale: string;
  page: number;
  pages: number;
  path: (page: number) => string;
  older?: string;
  newer?: string;
};

/** “Page 2 of 148”, newer, older; nothing where there is one page. */
export function Pager({ locale, page, pages, path, older, newer }: PagerProps) {
  const wording: Wording = wordingFor(locale);
  if (pages <= 1) return null;
  return (
    <nav class="pages" aria-label={wording.pagesLabel}>
      <span>{wording.pageOf(page, pages)}</span>{' '}
      {page > 1 && (
        <a rel="prev" href={path(page - 1)}>
          {newer ?? wording.newerArticles}
        </a>
      )}{' '}
      {page < pages && (
        <a rel="next" href={path(page + 1)}>
          {older ?? wording.olderArticles}
        </a>
      )}
    </nav>
  );
}
