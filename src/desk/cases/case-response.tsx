import type { CaseResponse } from '../../notices/queries.ts';
import { Html } from '../../web/ui/html.tsx';
import { Time } from '../../web/ui/time.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { inLondon } from './case-list-page.tsx';
import { casesPath, type OneCaseView } from './case-view.ts';

type Props = { desk: DeskView; view: OneCaseView };

/** The response that a case is about: how it stands, what is done with it in one press, and its words. */
export function ResponseOfCase({ desk, view }: Props) {
  const { publication } = desk;
  const { cases: say } = deskWordingFor(publication.locale);
  const { response, found } = view;
  return (
    <section class="item" aria-labelledby="response">
      <h2 id="response">{say.theResponse}</h2>
      {found.article !== null && (
        <p>
          <a href={placeOf(found.article.path, response?.number ?? null)}>
            {response?.number ? say.response(response.number, found.article.title) : found.article.title}
          </a>
        </p>
      )}
      {response === null && <p>{say.noResponse}</p>}
      {response !== null && (
        <>
          <p>
            <b>{say.standings[response.standing]}</b> {say.reachable[response.reachable]}
          </p>
          <CaseActs {...{ desk, caseId: found.id, response }} />
          {view.evidence.length === 0 && response.html !== null && (
            <Html class="words" html={response.html} />
          )}
        </>
      )}
      <Frozen desk={desk} view={view} />
    </section>
  );
}

/** The lasting address of a response leads to wherever it stands. */
const placeOf = (path: string, number: number | null) =>
  number === null ? path : `${path}responses/${number}/`;

type ActsProps = { desk: DeskView; caseId: string; response: CaseResponse; back?: string };

/** What a case may do to its response in one press. `back` is what the address ends with where it leads elsewhere. */
export function CaseActs({ desk, caseId, response, back = '' }: ActsProps) {
  const { cases: say } = deskWordingFor(desk.publication.locale);
  const { standing, byReports } = response;
  const mayWithhold = standing === 'published' || byReports;
  const action = `${casesPath}${caseId}/response/${back}`;
  if (standing !== 'published' && standing !== 'withheld' && standing !== 'removed') return null;
  return (
    <form method="post" action={action}>
      {mayWithhold && (
        <p class="hint" id={`withhold-${caseId}`}>
          {byReports ? say.takeOverHint : say.withholdHint}
        </p>
      )}
      <p class="actions">
        {mayWithhold && (
          <button
            class="main"
            type="submit"
            name="do"
            value="withhold"
            aria-describedby={`withhold-${caseId}`}
          >
            {byReports ? say.takeOver : say.withhold}
          </button>
        )}
        {standing !== 'published' && (
          <button type="submit" name="do" value="restore">
            {say.putBack}
          </button>
        )}
        {standing !== 'removed' && (
          <button class="cut" type="submit" name="do" value="remove">
            {say.remove}
          </button>
        )}
      </p>
    </form>
  );
}

/** Words that were frozen, as they were. */
function Frozen({ desk, view }: Props) {
  const { publication } = desk;
  const { cases: say } = deskWordingFor(publication.locale);
  const style = inLondon(publication.locale);
  return (
    <>
      {view.evidence.map(({ id, name, html, at, postedAt }) => (
        <section aria-labelledby={`e-${id}`}>
          <h3 id={`e-${id}`}>
            {say.evidence}, {say.frozen} <Time at={at} style={style} />
          </h3>
          <p class="quiet">
            <bdi>{name || say.nameless}</bdi>, {say.posted} <Time at={postedAt} style={style} />
          </p>
          <Html class="words" html={html} />
        </section>
      ))}
    </>
  );
}
