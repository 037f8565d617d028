import type { ListedPicture } from '../../pictures/queries.ts';
import { Pager } from '../../web/ui/pager.tsx';
import { Time } from '../../web/ui/time.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { PictureImage } from './picture-image.tsx';

export type LibraryView = {
  pictures: ListedPicture[];
  query: string;
  total: number;
  page: number;
  pages: number;
  path: (page: number) => string;
  /** True when one was deleted just now. */
  removed: boolean;
};

type LibraryProps = { desk: DeskView; view: LibraryView };

/** All pictures, newest first, and the way to find one. */
export function LibraryPage({ desk, view }: LibraryProps) {
  const { locale } = desk.publication;
  const { pictures: say } = deskWordingFor(locale);
  return (
    <DeskPage desk={desk} title={say.heading} section="pictures">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading}</h1>
          <a class="button main" href="/desk/pictures/new/">
            {say.add}
          </a>
        </div>
        {view.removed && <p role="status">{say.removed}</p>}
        <Find locale={locale} query={view.query} />
        {view.query !== '' && (
          <p role="status">
            {view.total === 0 ? say.nothingFound : say.found(view.total, view.query)}{' '}
            <a href="/desk/pictures/">{say.all}</a>
          </p>
        )}
        {view.query === '' && view.total === 0 && <p>{say.empty}</p>}
        {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
        <ul class="pictures" role="list">
          {view.pictures.map((picture) => (
            <Item desk={desk} picture={picture} />
          ))}
        </ul>
        <Pager locale={locale} {...view} newer={say.newer} older={say.older} />
      </main>
    </DeskPage>
  );
}

function Find({ locale, query }: { locale: string; query: string }) {
  const { pictures: say } = deskWordingFor(locale);
  return (
    <search>
      <form class="seek" method="get" action="/desk/pictures/">
        <input type="search" name="q" aria-label={say.findLabel} value={query} />
        <button type="submit">{say.find}</button>
      </form>
    </search>
  );
}

function Item({ desk, picture }: { desk: DeskView; picture: ListedPicture }) {
  const { pictures: say } = deskWordingFor(desk.publication.locale);
  const { id, alt, fileName, credit } = picture;
  return (
    <li>
      <a href={`/desk/pictures/${id}/`}>
        <PictureImage {...picture} alt="" small />
        <span>{alt || fileName || say.nameless}</span>
      </a>
      <p class="quiet">
        {picture.decorative && `${say.untold}. `}
        {credit !== '' && (
          <>
            <bdi>{credit}</bdi>.{' '}
          </>
        )}
        <Time at={picture.createdAt} style={desk.publication} />
      </p>
    </li>
  );
}
