import type { Child } from 'hono/jsx';
import { Pager } from '../../web/ui/pager.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { DeskPage, type Section } from './desk-page.tsx';
import { type ListView, listAddress } from './list-view.ts';

/** What a list says of itself: its states by their names, and what stands where there is nothing in one. */
type Say<State extends string> = Record<State, string> & {
  heading: string;
  filtersLabel: string;
  intro: string;
  none: Record<State, string>;
};

type ListPageProps<State extends string> = {
  desk: DeskView;
  section: Section;
  view: ListView<State, unknown>;
  say: Say<State>;
  /** What stands before the list: what was done just now, or why it was not. */
  told?: Child;
  /** The list’s items. */
  children?: Child;
};

/** The frame of a list of the desk: its two states with their counts, a page of items, and the way to the others. */
export function ListPage<State extends string>(props: ListPageProps<State>) {
  const { desk, section, view, say, told, children } = props;
  const { locale } = desk.publication;
  const { count, next, previous } = deskWordingFor(locale);
  return (
    <DeskPage desk={desk} title={say.heading} section={section}>
      <div class="wrap panes">
        <nav class="filter" aria-label={say.filtersLabel}>
          <h2>{say.filtersLabel}</h2>
          <ul>
            {view.states.map((each) => (
              <li>
                <a href={listAddress(view, each)} aria-current={each === view.state ? 'true' : null}>
                  {say[each]} <span>{count(view.counts[each])}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main id="main">
          <div class="bar">
            <h1>{say.heading}</h1>
          </div>
          {told}
          <p>{say.intro}</p>
          {view.items.length === 0 && <p>{say.none[view.state]}</p>}
          {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
          <ol role="list">{children}</ol>
          <Pager
            {...{ locale, page: view.page, pages: view.pages, older: next, newer: previous }}
            path={(page) => listAddress(view, view.state, page)}
          />
        </main>
      </div>
    </DeskPage>
  );
}
