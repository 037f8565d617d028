import { Pager } from '../../web/ui/pager.tsx';
import { Arranging } from '../frame/arranging.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { CountedTag } from './queries.ts';

export const tagsPath = '/desk/tags/';

const doneCodes = ['renamed', 'merged', 'introduced', 'deleted'] as const;
export type DoneCode = (typeof doneCodes)[number];

/** What the address says was done just now. */
export function doneCode(text: string | undefined): DoneCode | null {
  return doneCodes.find((code) => code === text) ?? null;
}

export type TagsView = {
  tags: CountedTag[];
  query: string;
  total: number;
  page: number;
  pages: number;
  path: (page: number) => string;
  done: DoneCode | null;
};

/** All tags by name, and the way to find one. */
export function TagsPage({ desk, view }: { desk: DeskView; view: TagsView }) {
  const { locale } = desk.publication;
  const { tags: say } = deskWordingFor(locale);
  return (
    <DeskPage desk={desk} title={say.heading} section="articles">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading}</h1>
          <Arranging desk={desk} current="tags" />
        </div>
        {view.done !== null && <p role="status">{say.done[view.done]}</p>}
        <search>
          <form class="seek" method="get" action={tagsPath}>
            <input type="search" name="q" aria-label={say.findLabel} value={view.query} />
            <button type="submit">{say.find}</button>
          </form>
        </search>
        {view.query !== '' && (
          <p role="status">
            {view.total === 0 ? say.nothingFound(view.query) : say.found(view.total, view.query)}{' '}
            <a href={tagsPath}>{say.all}</a>
          </p>
        )}
        {view.query === '' && view.total === 0 && <p>{say.empty}</p>}
        {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
        <ul role="list" aria-label={say.list}>
          {view.tags.map(({ id, name, published, others }) => (
            <li class="item">
              <h2>
                <a href={`${tagsPath}${id}/`}>
                  <bdi>
                    <b>{name}</b>
                  </bdi>
                </a>
              </h2>
              <p class="quiet">{say.used(published, others)}</p>
            </li>
          ))}
        </ul>
        <Pager locale={locale} {...view} older={say.older} newer={say.newer} />
      </main>
    </DeskPage>
  );
}
