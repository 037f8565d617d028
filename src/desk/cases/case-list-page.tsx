import type { ListedCase } from '../../notices/queries.ts';
import { Pager } from '../../web/ui/pager.tsx';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { type CaseListView, casesPath } from './case-view.ts';

type PageProps = { desk: DeskView; view: CaseListView };

/** Complaints, the soonest due first. */
export function CaseListPage({ desk, view }: PageProps) {
  const { publication } = desk;
  const { cases: say, ...all } = deskWordingFor(publication.locale);
  const which = view.open ? 'open' : 'closed';
  const path = (page: number) => addressOf(which, page);
  return (
    <DeskPage desk={desk} title={say.heading} section="cases">
      <div class="wrap panes">
        <nav class="filter" aria-label={say.filtersLabel}>
          <h2>{say.filtersLabel}</h2>
          <ul>
            {(['open', 'closed'] as const).map((each) => (
              <li>
                <a href={addressOf(each, 1)} aria-current={each === which ? 'true' : null}>
                  {say[each]} <span>{all.count(view.counts[each])}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main id="main">
          <div class="bar">
            <h1>{say.heading}</h1>
          </div>
          <p>{say.intro}</p>
          {view.cases.length === 0 && <p>{say.none[which]}</p>}
          {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
          <ol role="list">
            {view.cases.map((each) => (
              <Item desk={desk} one={each} />
            ))}
          </ol>
          <Pager
            {...{ locale: publication.locale, page: view.page, pages: view.pages, path }}
            older={all.next}
            newer={all.previous}
          />
        </main>
      </div>
    </DeskPage>
  );
}

const addressOf = (which: 'open' | 'closed', page: number) =>
  `${casesPath}${which === 'open' ? '' : '?state=closed'}${page === 1 ? '' : `${which === 'open' ? '?' : '&'}page=${page}`}`;

type OneProps = { desk: DeskView; one: ListedCase };

function Item({ desk, one }: OneProps) {
  const { cases: say } = deskWordingFor(desk.publication.locale);
  return (
    <li class="item">
      <CaseHeading desk={desk} one={one} />
      <p>{casePlaceText(say, one)}</p>
      <CaseTimes desk={desk} one={one} />
    </li>
  );
}

/** A case’s number, which leads to its page, and its kind. */
export function CaseHeading({ desk: { publication }, one }: OneProps) {
  const { cases: say } = deskWordingFor(publication.locale);
  const { complain } = wordingFor(publication.locale);
  return (
    <h2>
      <a href={`${casesPath}${one.id}/`}>{say.title(one.number)}</a>: {complain.kinds[one.kind].name}
    </h2>
  );
}

/** When it came, and when something is due. */
export function CaseTimes({ desk: { publication, now }, one }: OneProps) {
  const { cases: say } = deskWordingFor(publication.locale);
  const late = one.dueAt !== null && one.dueAt <= now.toISOString();
  return (
    <p class="quiet">
      {say.received} <Time at={one.receivedAt} style={publication} />.{' '}
      {one.closedAt === null && one.dueAt === null && say.nothingDue}
      {one.closedAt === null && one.dueAt !== null && (
        <b>
          {late ? say.overdue : say.due} <Time at={one.dueAt} style={inLondon(publication.locale)} />
        </b>
      )}
    </p>
  );
}

/** The clocks of the laws that are kept here are those of London. */
export const inLondon = (locale: string) => ({ locale, timeZone: 'Europe/London' });

type Say = ReturnType<typeof deskWordingFor>['cases'];

/** What a case is about, as its line says it. */
export function casePlaceText(say: Say, { article, response }: ListedCase): string {
  if (article === null) return say.nowhere;
  return response === null ? article : say.response(response, article);
}
