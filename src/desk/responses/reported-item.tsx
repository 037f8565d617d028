import type { ReportedItem as Item } from '../../moderation/reports/queries.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { Time } from '../../web/ui/time.tsx';
import { SuspendLink } from '../suspensions/suspend-link.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { Around } from './around.tsx';
import type { Beside } from './beside.ts';
import { queuePath } from './held-item.tsx';
import { HintOfName } from './hint-of-name.tsx';
import { KeyOf } from './keys-dialog.tsx';
import { NotesOfStaff } from './notes-of-staff.tsx';
import type { Reported } from './queue-view.ts';
import { type ReasonChoice, RemoveForm } from './remove-form.tsx';
import { ResponseHeading, ResponseWords } from './response-parts.tsx';
import { type RemovalRefusal, secondsLeft } from './response-view.ts';
import { WriterPast } from './writer-past.tsx';

type ItemProps = Reported & {
  desk: DeskView;
  beside: Beside;
  reasons: ReasonChoice[];
  refusal: RemovalRefusal | null;
  back?: string;
};

/** A published response with all that readers reported of it: keep it, or remove it, which settles every report. */
export function ReportedItem(props: ItemProps) {
  const { desk, response, reported, beside, reasons } = props;
  const { publication, now } = desk;
  const { reported: say, queue, together, duration } = deskWordingFor(publication.locale);
  const waited = duration(now.getTime() - Date.parse(reported.firstAt));
  return (
    <li class={beside.openBy === null ? 'open' : 'open taken'} id={`response-${response.id}`}>
      <div class="bar">
        <ResponseHeading publication={publication} response={response} />
        <span class="quiet">
          {say.first} <Time at={reported.firstAt} style={publication} />, {queue.waited(waited)}
        </span>
      </div>
      {beside.openBy !== null && <p class="waitbox">{together.openBy(beside.openBy)}</p>}
      <ReportFacts {...{ publication, reported, reasons }} />
      <HintOfName publication={publication} hint={beside.hint} />
      <WriterPast publication={publication} past={beside.past} />
      <SuspendLink desk={desk} response={response} />
      <ResponseWords publication={publication} response={response} />
      <Around locale={publication.locale} around={beside.around} />
      <NotesOfStaff desk={desk} response={response} notes={beside.notes} back={props.back} />
      <DecideReported {...props} />
    </li>
  );
}

type FactsProps = { publication: PublicationView; reported: Item; reasons: ReasonChoice[] };

/** How often it was reported and why, with what reporters added. */
export function ReportFacts({ publication, reported, reasons }: FactsProps) {
  const { reported: say } = deskWordingFor(publication.locale);
  const label = (code: string) => reasons.find((reason) => reason.code === code)?.label ?? code;
  return (
    <>
      <ul class="facts">
        <li>
          <b>{say.heading}</b> {say.counted(reported.count, reported.withinHour)}
        </li>
        {reported.reasons.map(({ code, count }) => (
          <li>
            {count > 1 && say.times(count)} {label(code)}
          </li>
        ))}
        {reported.withheldAt !== null && <li>{say.withheld}</li>}
      </ul>
      {reported.texts.length > 0 && (
        <details class="past" open={reported.texts.length === 1}>
          <summary>{say.texts(reported.texts.length)}</summary>
          <ul>
            {reported.texts.map(({ at, text }) => (
              <li>
                <p class="quiet">
                  <Time at={at} style={publication} />
                </p>
                <p class="words" dir="auto">
                  {text}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

type DecideProps = Omit<ItemProps, 'beside'>;

/** The buttons that decide on what was reported; once keep was pressed, the one that takes it back. */
export function DecideReported(props: DecideProps) {
  const { desk, own, reported } = props;
  const { reported: say } = deskWordingFor(desk.publication.locale);
  return (
    <>
      {own !== 'no' && <p class="waitbox">{say.own[own]}</p>}
      {own !== 'others' &&
        (reported.keepAt === null ? <Decide {...props} /> : <Pressed {...props} keepAt={reported.keepAt} />)}
    </>
  );
}

function Decide({ desk, response, reasons, refusal, back = '' }: DecideProps) {
  const { locale } = desk.publication;
  const { reported: say, queue, together } = deskWordingFor(locale);
  const path = queuePath(response);
  return (
    <div class="decide">
      <form class="actions" method="post" action={`${path}keep/${back}`}>
        <button class="main" type="submit">
          {say.keep} <KeyOf command="release" />
          <span class="vh">{queue.the(response.name)}</span>
        </button>
      </form>
      <RemoveForm {...{ locale, response, reasons, refusal }} action={`${path}remove/${back}`} keyed />
      <form method="post" action={`${path}open/${back}`}>
        <button class="bare" type="submit">
          {together.take}
          <span class="vh">{queue.the(response.name)}</span>
        </button>
      </form>
    </div>
  );
}

function Pressed({ desk, response, keepAt, back = '' }: DecideProps & { keepAt: string }) {
  const { reported: say, queue } = deskWordingFor(desk.publication.locale);
  return (
    <form class="actions" method="post" action={`${queuePath(response)}undo/${back}`}>
      <p>
        <b>{say.takesEffect(secondsLeft(keepAt, desk.now))}</b>
      </p>
      <button type="submit">
        {queue.undo} <KeyOf command="undo" />
        <span class="vh">{queue.the(response.name)}</span>
      </button>
    </form>
  );
}
