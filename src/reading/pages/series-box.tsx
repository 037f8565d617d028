import type { ArticleView } from '../../articles/article-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { wordingFor } from '../../web/ui/wording.ts';

type Props = { publication: PublicationView; article: ArticleView };

/** “Part 2 of 5 of”, and the series. */
export function SeriesPlaceLine({ publication, article: { series } }: Props) {
  if (series === null) return null;
  const { series: say } = wordingFor(publication.locale);
  return (
    <p>
      {say.place(series.part, series.of)} <a href={series.path}>{series.name}</a>
    </p>
  );
}

/** Under an article: its place in its series, the part before it and the one behind it. */
export function SeriesBox({ publication, article }: Props) {
  const { series } = article;
  if (series === null) return null;
  const { series: say } = wordingFor(publication.locale);
  return (
    <nav class="box" aria-label={say.label}>
      <SeriesPlaceLine publication={publication} article={article} />
      {series.previous && (
        <p>
          {say.previous}{' '}
          <a href={series.previous.path} rel="prev">
            {series.previous.name}
          </a>
        </p>
      )}
      {series.next && (
        <p>
          {say.next}{' '}
          <a href={series.next.path} rel="next">
            {series.next.name}
          </a>
        </p>
      )}
    </nav>
  );
}
