import type { OwnSession } from '../../staff/queries.ts';
import { Time } from '../../web/ui/time.tsx';
import { youPath } from '../desk-route.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { YouView } from './you-page.tsx';

/** Where somebody is signed in. */
export function SessionsPart({ desk, you }: { desk: DeskView; you: YouView }) {
  const { sessions: say } = deskWordingFor(desk.publication.locale);
  return (
    <section class="box apart" aria-labelledby="sessions">
      <h2 id="sessions">{say.heading}</h2>
      <p>{say.what}</p>
      {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
      <ul role="list">
        {you.sessions.map((session) => (
          <Item desk={desk} session={session} current={session.id === you.current} />
        ))}
      </ul>
      {you.sessions.length > 1 && (
        <form method="post" action={`${youPath}sessions/end-others/`}>
          <p class="actions">
            <button type="submit">{say.endOthers}</button>
          </p>
        </form>
      )}
    </section>
  );
}

type ItemProps = { desk: DeskView; session: OwnSession; current: boolean };

function Item({ desk: { publication }, session, current }: ItemProps) {
  const { sessions: say } = deskWordingFor(publication.locale);
  const { id, begun, used, credential } = session;
  const by = credential === null ? say.unknown : say.by[credential];
  return (
    <li>
      <p>
        {say.begun} <Time at={begun} style={publication} /> {by}. {say.used}{' '}
        <Time at={used} style={publication} />.{current && <b> {say.this}</b>}
      </p>
      {!current && (
        <form method="post" action={`${youPath}sessions/${id}/end/`}>
          <p class="actions">
            <button type="submit">
              {say.end}
              <span class="vh">
                {' '}
                {say.begun} <Time at={begun} style={publication} />
              </span>
            </button>
          </p>
        </form>
      )}
    </li>
  );
}
