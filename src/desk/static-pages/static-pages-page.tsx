import type { DeskStaticPage } from '../../publication/static-pages/queries.ts';
import { Time } from '../../web/ui/time.tsx';
import { Arranging } from '../frame/arranging.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

export const pagesPath = '/desk/pages/';

/** The publication's own pages by title. */
export function StaticPagesPage({ desk, pages }: { desk: DeskView; pages: DeskStaticPage[] }) {
  const { pages: say } = deskWordingFor(desk.publication.locale);
  return (
    <DeskPage desk={desk} title={say.heading} section="articles">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading}</h1>
          <Arranging desk={desk} current="pages" />
          <a class="button main" href={`${pagesPath}new/`}>
            {say.write}
          </a>
        </div>
        {pages.length === 0 && <p>{say.empty}</p>}
        {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
        <ul role="list">
          {pages.map(({ id, title, slug, changedAt, withdrawal }) => (
            <li class="item">
              <h2>
                <a href={`${pagesPath}${id}/`}>
                  <b>{title}</b>
                </a>
              </h2>
              <p class="quiet">
                /{slug}/, {withdrawal ? say.withdrawnAt : say.changedAt}{' '}
                <Time at={withdrawal?.at ?? changedAt} style={desk.publication} />
              </p>
            </li>
          ))}
        </ul>
      </main>
    </DeskPage>
  );
}
