import { shownName } from '../../web/ui/name-wording.ts';
import type { DeskView } from '../visit.ts';
import { DecidedBy } from './decided-item.tsx';
import type { DeskResponse } from './response-view.ts';

/** What stands in the queue where a response was decided a moment ago: who decided what, and when. */
export function DecidedLine({ desk, response }: { desk: DeskView; response: DeskResponse }) {
  return (
    <li class="item taken" id={`response-${response.id}`}>
      <h2>
        <b>
          <bdi>{shownName(response.name)}</bdi>
        </b>
      </h2>
      {response.decision && <DecidedBy desk={desk} decision={response.decision} />}
    </li>
  );
}
