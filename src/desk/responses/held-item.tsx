import { Time } from '../../web/ui/time.tsx';
import { SuspendLink } from '../suspensions/suspend-link.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { Around } from './around.tsx';
import type { Beside } from './beside.ts';
import { HintOfName } from './hint-of-name.tsx';
import { KeyOf } from './keys-dialog.tsx';
import { PickBox } from './many-bar.tsx';
import { NotesOfStaff } from './notes-of-staff.tsx';
import { type ReasonChoice, RemoveForm } from './remove-form.tsx';
import { HeldFacts, ResponseHeading, ResponseWords } from './response-parts.tsx';
import { type DeskResponse, type RemovalRefusal, secondsLeft } from './response-view.ts';
import { WriterPast } from './writer-past.tsx';

export type ItemProps = {
  desk: DeskView;
  response: DeskResponse;
  reasons: ReasonChoice[];
  refusal: RemovalRefusal | null;
  /** What the address of each decision ends with, where it leads elsewhere than to the list. */
  back?: string;
};

/** A held response with everything that its decision needs. */
export function HeldItem(props: ItemProps & { beside: Beside }) {
  const { desk, response, beside, back } = props;
  const { publication, now } = desk;
  const { queue: say, together, inQueue: marks, duration } = deskWordingFor(publication.locale);
  const waited = duration(now.getTime() - Date.parse(response.postedAt));
  return (
    <li class={beside.openBy === null ? 'open' : 'open taken'} id={`response-${response.id}`}>
      <div class="bar">
        <ResponseHeading publication={publication} response={response} />
        <span class="quiet">
          <Time at={response.postedAt} style={publication} />, {say.waited(waited)}
        </span>
      </div>
      {beside.openBy !== null && <p class="waitbox">{together.openBy(beside.openBy)}</p>}
      <HeldFacts publication={publication} response={response} />
      <HintOfName publication={publication} hint={beside.hint} />
      <WriterPast publication={publication} past={beside.past} />
      <SuspendLink desk={desk} response={response} />
      <ResponseWords publication={publication} response={response} drawn={beside.drawn} />
      {beside.drawn === null && (
        <p class="quiet">
          <a href={`/desk/responses/${response.id}/words/`}>
            {marks.seeMarked}
            <span class="vh">{say.the(response.name)}</span>
          </a>
        </p>
      )}
      <Around locale={publication.locale} around={beside.around} />
      <NotesOfStaff desk={desk} response={response} notes={beside.notes} back={back} />
      <DecideHeld {...props} />
    </li>
  );
}

/** The buttons that decide on a held response; once release was pressed, the one that takes it back. */
export function DecideHeld(props: ItemProps) {
  const { releaseAt } = props.response;
  return releaseAt === null ? <Decide {...props} /> : <Pressed {...props} releaseAt={releaseAt} />;
}

function Decide({ desk, response, reasons, refusal, back = '' }: ItemProps) {
  const { locale } = desk.publication;
  const { queue: say, together } = deskWordingFor(locale);
  const path = queuePath(response);
  return (
    <div class="decide">
      {back === '' && <PickBox locale={locale} response={response} />}
      <form class="actions" method="post" action={`${path}release/${back}`}>
        <input type="hidden" name="seen" value={response.wordings} />
        <button class="main" type="submit">
          {say.release} <KeyOf command="release" />
          <span class="vh">{say.the(response.name)}</span>
        </button>
      </form>
      <RemoveForm {...{ locale, response, reasons, refusal }} action={`${path}remove/${back}`} />
      <form method="post" action={`${path}open/${back}`}>
        <button class="bare" type="submit">
          {together.take}
          <span class="vh">{say.the(response.name)}</span>
        </button>
      </form>
    </div>
  );
}

function Pressed({ desk, response, releaseAt, back = '' }: ItemProps & { releaseAt: string }) {
  const { queue: say } = deskWordingFor(desk.publication.locale);
  return (
    <form class="actions" method="post" action={`${queuePath(response)}undo/${back}`}>
      <p>
        <b>{say.takesEffect(secondsLeft(releaseAt, desk.now))}</b>
      </p>
      <button type="submit">
        {say.undo} <KeyOf command="undo" />
        <span class="vh">{say.the(response.name)}</span>
      </button>
    </form>
  );
}

/** Where decisions on a held response are sent. */
export function queuePath({ id }: { id: string }): string {
  return `/desk/queue/${id}/`;
}
