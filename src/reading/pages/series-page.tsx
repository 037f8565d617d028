import type { ArticleSummary } from '../../articles/article-view.ts';
import { type CleanHtml, textOf } from '../../lib/clean-html.ts';
import { foldSpace } from '../../lib/fold-text.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { Html } from '../../web/ui/html.tsx';
import { PublicPage } from '../../web/ui/layout.tsx';
import { Pager } from '../../web/ui/pager.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from './plain-head.tsx';
import { DatedStory } from './story.tsx';

export type SeriesPageProps = {
  publication: PublicationView;
  series: { title: string; path: string; introduction: CleanHtml | null };
  /** The parts on this page, in their order; `first` is the number of the first of them. */
  parts: ArticleSummary[];
  first: number;
  total: number;
  page: number;
  pages: number;
};

/** A series: its title, its introduction, and the parts that are published, in their order. */
export function SeriesPage({ publication, series, parts, first, total, page, pages }: SeriesPageProps) {
  const wording = wordingFor(publication.locale);
  const { series: say } = wording;
  const heading = say.heading(series.title);
  const introduction = page === 1 ? series.introduction : null;
  const pathOf = (number: number) => (number === 1 ? series.path : `${series.path}page/${number}/`);
  return (
    <PublicPage
      publication={publication}
      title={page === 1 ? heading : `${heading}, ${wording.pageOf(page, pages)}`}
      description={introduction && foldSpace(textOf(introduction)).slice(0, 300)}
      canonicalPath={pathOf(page)}
      jsonLd={{
        '@context': 'https://schema.org',
        '@type': 'CreativeWorkSeries',
        name: series.title,
        url: publication.url + series.path,
      }}
      path={null}
    >
      <PlainHead heading={heading}>
        <p class="quiet">{say.parts(total)}</p>
      </PlainHead>
      {introduction && (
        <div class="ed">
          <Html class="prose flow" html={introduction} />
        </div>
      )}
      {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
      <ol class="stack" role="list" start={first}>
        {parts.map((article, index) => (
          <li>
            <p class="meta">{say.part(first + index)}</p>
            <DatedStory publication={publication} article={article} level={2} />
          </li>
        ))}
      </ol>
      <Pager locale={publication.locale} page={page} pages={pages} path={pathOf} />
    </PublicPage>
  );
}
