import { CaseActs } from '../cases/case-response.tsx';
import { casesPath } from '../cases/case-view.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { DecidedItem } from './decided-item.tsx';
import { HeldItem } from './held-item.tsx';
import type { OneResponse } from './one-response.ts';
import { ReportedItem } from './reported-item.tsx';
import type { RemovalRefusal } from './response-view.ts';

export type OneProps = { desk: DeskView; one: OneResponse; refusal: RemovalRefusal | null; back: string };

/** One response with every decision that it has as it stands, drawn as the queue draws it. */
export function OneItem({ one, ...props }: OneProps) {
  const { response, reported, beside, reasons } = one;
  const item = { ...props, response, beside, reasons };
  if (response.state === 'held') return <HeldItem {...item} />;
  if (reported) return <ReportedItem {...item} {...reported} />;
  return <DecidedItem {...item} hint={beside.hint} mayNot={one.mayNot} />;
}

type CasesProps = Pick<OneProps, 'desk' | 'one' | 'back'>;

/** The open complaints about a response, each with what may be done in it in one press. */
export function CasesAbout({ desk, one, back }: CasesProps) {
  const { cases: say } = deskWordingFor(desk.publication.locale);
  const { forCases } = one;
  if (forCases === null) return null;
  return (
    <>
      {one.cases.map(({ id, number }) => (
        <section class="item" aria-labelledby={`case-${id}`}>
          <h2 id={`case-${id}`}>
            <a href={`${casesPath}${id}/`}>{say.title(number)}</a>
          </h2>
          <CaseActs {...{ desk, caseId: id, response: forCases, back }} />
        </section>
      ))}
    </>
  );
}
