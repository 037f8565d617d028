import { beginningOf } from '../../lib/beginning.ts';
import { textOf } from '../../lib/clean-html.ts';
import { shownName } from '../../web/ui/name-wording.ts';
import { Time } from '../../web/ui/time.tsx';
import type { DeskResponse } from '../responses/response-view.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

type ExamplesProps = { desk: DeskView; responses: DeskResponse[]; caught: number };

/** The last responses that a rule would have held, each with what became of it. */
export function TrialExamples({ desk, responses, caught }: ExamplesProps) {
  const { filters: say, responses: sayState } = deskWordingFor(desk.publication.locale);
  if (responses.length === 0) return null;
  return (
    <section class="box" aria-labelledby="examples">
      <h2 id="examples">{say.examples(responses.length, caught)}</h2>
      <ul>
        {responses.map((response) => (
          <li>
            <a href={addressOf(response)}>
              <bdi>{shownName(response.name)}</bdi>, <Time at={response.postedAt} style={desk.publication} />
            </a>{' '}
            ({sayState.states[response.state]}):{' '}
            <q>
              <bdi>{response.html === null ? '' : beginningOf(textOf(response.html))}</bdi>
            </q>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where staff see it: with its thread while readers see it, else in its list at the desk. */
function addressOf({ id, state, place, article }: DeskResponse): string {
  if (state === 'published' && place !== null) return place;
  const list = state === 'held' ? '/desk/queue/' : '/desk/responses/';
  return `${list}?article=${article.id}#response-${id}`;
}
