import { shownName } from '../../web/ui/name-wording.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { queuePath } from './held-item.tsx';
import { type DeskResponse, secondsLeft } from './response-view.ts';

type DoneProps = { desk: DeskView; response: DeskResponse };

/** What became of the response that was just decided, told from how it stands now. */
export function DoneLine({ desk, response }: DoneProps) {
  const say = deskWordingFor(desk.publication.locale);
  const outcome = outcomeOf(response, say.done);
  if (outcome === null) return null;
  return (
    <p class="waitbox" role="status">
      {say.done.response} <bdi>{shownName(response.name)}</bdi>{' '}
      {response.place !== null && response.state === 'published' ? (
        <a href={response.place}>{outcome}</a>
      ) : (
        outcome
      )}
    </p>
  );
}

type Say = ReturnType<typeof deskWordingFor>['done'];

function outcomeOf({ state, number, releaseAt, decision }: DoneProps['response'], say: Say): string | null {
  if (state === 'held') return releaseAt === null ? say.held : null;
  if (state === 'refused') return say.refused;
  if (state === 'removed') return say.removed;
  if (state !== 'published' || number === null) return null;
  return decision?.kind === 'restore' ? say.restored(number) : say.published(number);
}

/** At the foot of the queue while a release can be undone. */
export function UndoBar({ desk, response }: DoneProps) {
  const { queue: say } = deskWordingFor(desk.publication.locale);
  if (response.state !== 'held' || response.releaseAt === null) return null;
  const left = secondsLeft(response.releaseAt, desk.now);
  return (
    <form class="undo" method="post" action={`${queuePath(response)}undo/`}>
      <p role="status">
        {say.releaseOf} <bdi>{shownName(response.name)}</bdi> {say.on} {response.article.title}{' '}
        {say.takesEffectIn(left)}
      </p>
      <button type="submit">{say.undo}</button>
    </form>
  );
}
