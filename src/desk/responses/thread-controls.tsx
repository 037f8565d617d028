import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { backToThread, onePath } from './back.ts';
import { DecidedBy, DecideShown } from './decided-item.tsx';
import { CasesAbout } from './one-item.tsx';
import type { OneResponse } from './one-response.ts';
import type { InThread } from './queries.ts';
import { queueAddress } from './queue-address.ts';
import { RefusedRemoval } from './refused-box.tsx';
import { DecideReported, ReportFacts } from './reported-item.tsx';
import type { RemovalRefusal } from './response-view.ts';

type LineProps = { locale: string; response: InThread };

/** What stands under a response for whoever of the staff decides: how it was reported, and what opens its decisions. */
export function ThreadLine({ locale, response }: LineProps) {
  const { alone: say } = deskWordingFor(locale);
  const { id, number, reports, cases } = response;
  const also = [...(reports > 0 ? [say.reported(reports)] : []), ...(cases > 0 ? [say.inComplaint] : [])];
  return (
    <details class="at-desk sans" data-of={onePath(id)}>
      <summary>
        {say.decide}
        <span class="vh">{say.on(number)}</span>
        {also.length > 0 && <b> ({also.join(', ')})</b>}
      </summary>
      <div data-controls>
        <p>
          <a href={onePath(id)}>{say.atDesk}</a>
        </p>
      </div>
      <p class="told" role="status"></p>
    </details>
  );
}

/** How many wait under an article, leading to them; nothing where none does. */
export function WaitingLine({
  locale,
  articleId,
  waits,
}: {
  locale: string;
  articleId: string;
  waits: number;
}) {
  const { alone: say } = deskWordingFor(locale);
  if (waits === 0) return null;
  return (
    <p class="at-desk waits sans">
      <a href={queueAddress({ articleId })}>{say.waiting(waits)}</a>
    </p>
  );
}

type ControlsProps = { desk: DeskView; one: OneResponse; refusal?: RemovalRefusal | null };

/** The decisions on a response under its article: those of its page at the desk, without its words, which stand there. */
export function ThreadControls({ desk, one, refusal = null }: ControlsProps) {
  const { publication } = desk;
  const { alone: say, together } = deskWordingFor(publication.locale);
  const { response, reported, beside, reasons, mayNot } = one;
  const item = { desk, response, reasons, refusal, back: backToThread };
  return (
    <div data-controls>
      {refusal && <RefusedRemoval locale={publication.locale} refusal={refusal} />}
      {beside.openBy !== null && <p class="waitbox">{together.openBy(beside.openBy)}</p>}
      {reported && <ReportFacts {...{ publication, reasons }} reported={reported.reported} />}
      {response.decision && <DecidedBy desk={desk} decision={response.decision} />}
      {reported ? <DecideReported {...item} {...reported} /> : <DecideShown {...item} mayNot={mayNot} />}
      <CasesAbout {...{ desk, one }} back={backToThread} />
      <p>
        <a href={onePath(response.id)}>{say.atDesk}</a>
      </p>
    </div>
  );
}
