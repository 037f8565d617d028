import type { ListedCase } from '../../notices/queries.ts';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { ListPage } from '../frame/list-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { type CaseListView, casesPath } from './case-view.ts';

/** Complaints, the soonest due first. */
export function CaseListPage({ desk, view }: { desk: DeskView; view: CaseListView }) {
  const { cases: say } = deskWordingFor(desk.publication.locale);
  return (
    <ListPage {...{ desk, view, say }} section="cases">
      {view.items.map((each) => (
        <Item desk={desk} one={each} />
      ))}
    </ListPage>
  );
}

type OneProps = { desk: DeskView; one: ListedCase };

function Item({ desk, one }: OneProps) {
  const { cases: say } = deskWordingFor(desk.publication.locale);
  return (
    <li class="item">
      <CaseHeading desk={desk} one={one} />
      <p>{casePlaceText(say, one)}</p>
      <CaseTimes desk={desk} one={one} />
    </li>
  );
}

/** A case’s number, which leads to its page, and its kind. */
export function CaseHeading({ desk: { publication }, one }: OneProps) {
  const { cases: say } = deskWordingFor(publication.locale);
  const { complain } = wordingFor(publication.locale);
  return (
    <h2>
      <a href={`${casesPath}${one.id}/`}>{say.title(one.number)}</a>: {complain.kinds[one.kind].name}
    </h2>
  );
}

/** When it came, and when something is due. */
export function CaseTimes({ desk: { publication, now }, one }: OneProps) {
  const { cases: say } = deskWordingFor(publication.locale);
  const late = one.dueAt !== null && one.dueAt <= now.toISOString();
  return (
    <p class="quiet">
      {say.received} <Time at={one.receivedAt} style={publication} />.{' '}
      {one.closedAt === null && one.dueAt === null && say.nothingDue}
      {one.closedAt === null && one.dueAt !== null && (
        <b>
          {late ? say.overdue : say.due} <Time at={one.dueAt} style={inLondon(publication.locale)} />
        </b>
      )}
    </p>
  );
}

/** The clocks of the laws that are kept here are those of London. */
export const inLondon = (locale: string) => ({ locale, timeZone: 'Europe/London' });

type Say = ReturnType<typeof deskWordingFor>['cases'];

/** What a case is about, as its line says it. */
export function casePlaceText(say: Say, { article, response }: ListedCase): string {
  if (article === null) return say.nowhere;
  return response === null ? article : say.response(response, article);
}
