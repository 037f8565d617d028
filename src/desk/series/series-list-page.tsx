import { Pager } from '../../web/ui/pager.tsx';
import { Arranging } from '../frame/arranging.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { CountedSeries } from './queries.ts';
import { seriesListPath } from './series-page.tsx';

export type SeriesListView = { series: CountedSeries[]; page: number; pages: number };

/** Every series by title, and the way to make one. */
export function SeriesListPage({ desk, view }: { desk: DeskView; view: SeriesListView }) {
  const { locale } = desk.publication;
  const { series: say } = deskWordingFor(locale);
  return (
    <DeskPage desk={desk} title={say.heading} section="articles">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading}</h1>
          <Arranging desk={desk} current="series" />
        </div>
        <p>
          <a class="button" href={`${seriesListPath}new/`}>
            {say.begin}
          </a>
        </p>
        {view.series.length === 0 && <p>{say.empty}</p>}
        {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
        <ul role="list" aria-label={say.list}>
          {view.series.map(({ id, title, published, others }) => (
            <li class="item">
              <h2>
                <a href={`${seriesListPath}${id}/`}>
                  <bdi>
                    <b>{title}</b>
                  </bdi>
                </a>
              </h2>
              <p class="quiet">{say.counted(published, others)}</p>
            </li>
          ))}
        </ul>
        <Pager
          locale={locale}
          page={view.page}
          pages={view.pages}
          path={(number) => `${seriesListPath}?page=${number}`}
          older={say.older}
          newer={say.newer}
        />
      </main>
    </DeskPage>
  );
}
