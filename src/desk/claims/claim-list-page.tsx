import { claimPlace, type ListedClaim } from '../../articles/claims/claim-view.ts';
import { dayText } from '../../lib/dates.ts';
import { Pager } from '../../web/ui/pager.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { ClaimListView } from './claims-view.ts';
import { OverdueChart } from './overdue-chart.tsx';

type PageProps = { desk: DeskView; view: ClaimListView };

/** What articles said would happen, by where it stands. */
export function ClaimListPage({ desk, view }: PageProps) {
  const { publication } = desk;
  const { claims: say, ...all } = deskWordingFor(publication.locale);
  const path = (page: number) => `/desk/claims/?state=${view.filter}${page === 1 ? '' : `&page=${page}`}`;
  return (
    <DeskPage desk={desk} title={say.heading} section="claims">
      <div class="wrap panes">
        <Filters desk={desk} view={view} />
        <main id="main">
          <div class="bar">
            <h1>{say.heading}</h1>
          </div>
          <p>{say.intro}</p>
          <OverdueChart publication={publication} months={view.overdue} />
          <h2>{say.filters[view.filter]}</h2>
          {view.claims.length === 0 && <p>{say.empty[view.filter]}</p>}
          {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
          <ol role="list">
            {view.claims.map((claim) => (
              <Item desk={desk} claim={claim} />
            ))}
          </ol>
          <Pager
            locale={publication.locale}
            page={view.page}
            pages={view.pages}
            path={path}
            older={all.next}
            newer={all.previous}
          />
        </main>
      </div>
    </DeskPage>
  );
}

function Filters({ desk, view }: PageProps) {
  const { claims: say, count } = deskWordingFor(desk.publication.locale);
  return (
    <nav class="filter" aria-label={say.filtersLabel}>
      <h2>{say.filtersLabel}</h2>
      <ul>
        {(['due', 'overdue', 'to-come', 'closed'] as const).map((filter) => (
          <li>
            <a href={`/desk/claims/?state=${filter}`} aria-current={filter === view.filter ? 'true' : null}>
              {say.filters[filter]} <span>{count(view.counts[filter])}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Item({ desk: { publication }, claim }: { desk: DeskView; claim: ListedClaim }) {
  const { claims: say } = deskWordingFor(publication.locale);
  const { claims: words } = wordingFor(publication.locale);
  const { article, number, due, outcome } = claim;
  return (
    <li class="item">
      <h3>
        <b>{dayText(due, publication)}</b>: {claim.claim}
      </h3>
      {outcome && (
        <p>
          <span class={`state ${outcome.outcome}`}>{words.outcomes[outcome.outcome]}</span>{' '}
          {dayText(outcome.date, publication)}. {words.ended(outcome.sentence)}
        </p>
      )}
      <p class="links">
        <a href={claimPlace(article.path, number)}>{article.title}</a>
        <a href={`/desk/articles/${article.id}/claims/`}>
          {say.change}
          <span class="vh">
            : {article.title}, {number}
          </span>
        </a>
      </p>
    </li>
  );
}
