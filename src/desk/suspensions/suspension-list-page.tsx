import { roleWords } from '../../record/wording.ts';
import { shownName } from '../../web/ui/name-wording.ts';
import { Pager } from '../../web/ui/pager.tsx';
import { Time } from '../../web/ui/time.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { type EndableSuspension, type SuspensionListView, suspensionsPath } from './suspension-view.ts';

type PageProps = { desk: DeskView; view: SuspensionListView };

/** Who is suspended, for which reason and until when; or was. */
export function SuspensionListPage({ desk, view }: PageProps) {
  const { locale } = desk.publication;
  const { suspensions: say, ...all } = deskWordingFor(locale);
  const which = view.running ? 'running' : 'over';
  return (
    <DeskPage desk={desk} title={say.heading} section="responses">
      <div class="wrap panes">
        <nav class="filter" aria-label={say.filtersLabel}>
          <h2>{say.filtersLabel}</h2>
          <ul>
            {(['running', 'over'] as const).map((each) => (
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
          {view.refusal !== null && (
            <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
              <p>
                <b>{say.notEnded}</b>
              </p>
              <p>{view.refusal}</p>
            </div>
          )}
          {view.done !== null && (
            <p class="waitbox" role="status">
              {say.done[view.done]}
            </p>
          )}
          <p>{say.intro}</p>
          {view.suspensions.length === 0 && <p>{say.none[which]}</p>}
          {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
          <ol role="list">
            {view.suspensions.map((each) => (
              <Item desk={desk} one={each} />
            ))}
          </ol>
          <Pager
            {...{ locale, page: view.page, pages: view.pages, path: (page) => addressOf(which, page) }}
            older={all.next}
            newer={all.previous}
          />
        </main>
      </div>
    </DeskPage>
  );
}

function addressOf(which: 'running' | 'over', page: number): string {
  const query = new URLSearchParams({
    ...(which === 'over' ? { state: 'over' } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return query.size === 0 ? suspensionsPath : `${suspensionsPath}?${query}`;
}

type ItemProps = { desk: DeskView; one: EndableSuspension };

function Item({ desk: { publication }, one }: ItemProps) {
  const { suspensions: say, responses, roles } = deskWordingFor(publication.locale);
  const role = one.byRole as keyof typeof roles;
  const by =
    one.byName === null
      ? responses.byRole(roleWords[role as keyof typeof roleWords] ?? one.byRole)
      : responses.by(one.byName, roles[role] ?? one.byRole);
  const query = one.number === null ? '' : `&number=${one.number}`;
  return (
    <li class="item">
      <h2>
        {say.kinds[one.kind]}: <bdi>{shownName(one.name)}</bdi>
      </h2>
      <p>
        <a href={`/desk/responses/?article=${one.article.id}${query}`}>
          {say.response(one.number, one.article.title)}
        </a>
      </p>
      <p>
        {one.reason}
        {one.sentence !== null && (
          <>
            {' '}
            <bdi>{one.sentence}</bdi>
          </>
        )}
      </p>
      <p class="quiet">
        {say.since} <Time at={one.at} style={publication} />, {by}, {until(one)}
        {one.until !== null && <Time at={one.until} style={publication} />}.{' '}
        {one.endedAt !== null && (
          <>
            {say.endedAt} <Time at={one.endedAt} style={publication} />.
          </>
        )}
      </p>
      {one.mayEnd && (
        <form method="post" action={`${suspensionsPath}${one.id}/end/`}>
          <button type="submit">
            {say.end}
            <span class="vh">{say.endOf(shownName(one.name))}</span>
          </button>
        </form>
      )}
    </li>
  );

  function until({ until }: EndableSuspension): string {
    return until === null ? say.untilEnded : `${say.until} `;
  }
}
