import type { ListedCase } from '../../notices/queries.ts';
import { CaseHeading, CaseTimes, casePlaceText } from '../cases/case-list-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

/** A complaint among what waits: it is decided at its own page. */
export function CaseItem({ desk, one }: { desk: DeskView; one: ListedCase }) {
  const { cases: say } = deskWordingFor(desk.publication.locale);
  return (
    <li class="item" id={`case-${one.id}`}>
      <CaseHeading desk={desk} one={one} />
      <p>{casePlaceText(say, one)}</p>
      <CaseTimes desk={desk} one={one} />
    </li>
  );
}
