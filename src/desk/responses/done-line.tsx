import { shownName } from '../../web/ui/name-wording.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { queuePath } from './held-item.tsx';
import type { Done } from './queue-view.ts';
import { type DeskResponse, secondsLeft } from './response-view.ts';

type DoneProps = { desk: DeskView; response: DeskResponse; back?: string } & Partial<
  Pick<Done, 'reported' | 'kept'>
>;

/** What became of the response that was just decided, told from how it stands now. */
export function DoneLine({ desk, response, reported = null, kept = false }: DoneProps) {
  const say = deskWordingFor(desk.publication.locale);
  const outcome =
    response.state === 'published' && (reported || kept)
      ? ofReports(reported, say.reported)
      : outcomeOf(response, say.done);
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

/** Nothing while the decision can still be undone: the bar at the foot tells of it. */
function ofReports(
  reported: Done['reported'],
  say: ReturnType<typeof deskWordingFor>['reported'],
): string | null {
  if (reported === null) return say.kept;
  return reported.keepAt === null ? say.waitsAgain : null;
}

function outcomeOf({ state, number, releaseAt, decision }: DoneProps['response'], say: Say): string | null {
  if (state === 'held') return releaseAt === null ? say.held : null;
  if (state === 'refused') return say.refused;
  if (state === 'removed') return say.removed;
  if (state !== 'published' || number === null) return null;
  return decision?.kind === 'restore' ? say.restored(number) : say.published(number);
}

/** At the foot of the queue while a release, or a decision to keep, can be undone. */
export function UndoBar({ desk, response, reported = null, back = '' }: DoneProps) {
  const { queue: say, reported: words } = deskWordingFor(desk.publication.locale);
  const at = response.state === 'held' ? response.releaseAt : (reported?.keepAt ?? null);
  if (at === null) return null;
  const left = secondsLeft(at, desk.now);
  return (
    <form class="undo" method="post" action={`${queuePath(response)}undo/${back}`}>
      <p role="status">
        {response.state === 'held' ? say.releaseOf : words.keeping} <bdi>{shownName(response.name)}</bdi>{' '}
        {say.on} {response.article.title} {say.takesEffectIn(left)}
      </p>
      <button type="submit">{say.undo}</button>
    </form>
  );
}
