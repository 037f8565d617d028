import { roleWords } from '../../record/wording.ts';
import { shownName } from '../../web/ui/name-wording.ts';
import { Time } from '../../web/ui/time.tsx';
import { ListPage } from '../frame/list-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { type EndableSuspension, type SuspensionListView, suspensionsPath } from './suspension-view.ts';

/** Who is suspended, for which reason and until when; or was. */
export function SuspensionListPage({ desk, view }: { desk: DeskView; view: SuspensionListView }) {
  const { suspensions: say } = deskWordingFor(desk.publication.locale);
  return (
    <ListPage {...{ desk, view, say }} section="responses" told={<Told view={view} say={say} />}>
      {view.items.map((each) => (
        <Item desk={desk} one={each} />
      ))}
    </ListPage>
  );
}

type Say = ReturnType<typeof deskWordingFor>['suspensions'];

function Told({ view: { refusal, done }, say }: { view: SuspensionListView; say: Say }) {
  return (
    <>
      {refusal !== null && (
        <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
          <p>
            <b>{say.notEnded}</b>
          </p>
          <p>{refusal}</p>
        </div>
      )}
      {done !== null && (
        <p class="waitbox" role="status">
          {say.done[done]}
        </p>
      )}
    </>
  );
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
