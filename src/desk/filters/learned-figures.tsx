import { leastOfEach } from '../../comments/filters/learned/learn.ts';
import { Time } from '../../web/ui/time.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { type FiltersView, filtersPath } from './filters-view.ts';

type FiguresProps = { desk: DeskView; learned: FiltersView['learned'] };

/** What was learned, from how many decisions, and how well it does; with a button that has it learned anew. */
export function LearnedFigures({ desk, learned }: FiguresProps) {
  const { filters: say } = deskWordingFor(desk.publication.locale);
  return (
    <>
      {learned === null && <p>{say.neverLearned}</p>}
      {learned !== null && (
        <p class="prose">
          {learned.isThere
            ? `${say.learnedFrom(learned.figures)} ${say.learnedWell(learned.figures)}`
            : say.tooFew(learned.figures, leastOfEach)}{' '}
          (<Time at={learned.madeAt} style={desk.publication} />)
        </p>
      )}
      <form method="post" action={filtersPath}>
        <input type="hidden" name="rule" value="learned" />
        <p class="actions">
          <button type="submit" name="do" value="learn">
            {say.learn}
          </button>
        </p>
      </form>
    </>
  );
}
