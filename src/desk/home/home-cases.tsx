import type { ListedCase } from '../../notices/queries.ts';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { inLondon } from '../cases/case-list-page.tsx';
import { casesPath } from '../cases/case-view.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

/** Open complaints on the desk’s first page, the soonest due first: what is overdue is a warning. */
export function HomeCases({ desk, cases }: { desk: DeskView; cases: ListedCase[] }) {
  const { cases: say } = deskWordingFor(desk.publication.locale);
  const { complain } = wordingFor(desk.publication.locale);
  const now = desk.now.toISOString();
  const late = cases.filter(({ dueAt }) => dueAt !== null && dueAt <= now).length;
  return (
    <section class="box" aria-labelledby="cases">
      <h2 id="cases">{say.heading}</h2>
      {late > 0 && (
        <p class="refused">
          <b>{say.late(late)}</b>
        </p>
      )}
      <ul>
        {cases.map((one) => (
          <li class="links">
            <a href={`${casesPath}${one.id}/`}>{say.title(one.number)}</a> {complain.kinds[one.kind].name}.{' '}
            <span class="quiet">
              {one.dueAt === null ? (
                say.nothingDue
              ) : (
                <>
                  {one.dueAt <= now ? say.overdue : say.due}{' '}
                  <Time at={one.dueAt} style={inLondon(desk.publication.locale)} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p class="links">
        <a href={casesPath}>{say.back}</a>
      </p>
    </section>
  );
}
