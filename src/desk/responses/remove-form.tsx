import { digitOf } from '../../lib/queue-keys.ts';
import { needsSentence } from '../../moderation/reason.ts';
import { deskWordingFor } from '../wording.ts';
import { KeyOf } from './keys-dialog.tsx';
import type { DeskResponse, RemovalRefusal } from './response-view.ts';

export type ReasonChoice = { code: string; label: string };

type RemoveFormProps = {
  locale: string;
  response: DeskResponse;
  /** Where the form goes: `…/remove/`. */
  action: string;
  reasons: ReasonChoice[];
  refusal: RemovalRefusal | null;
  /** Keys decide on it: they stand beside the button and the reasons. */
  keyed?: boolean;
};

/** Folded away until it is wanted: the reasons, a sentence to the writer, the button that removes at once. */
export function RemoveForm({ locale, response, action, reasons, refusal, ...how }: RemoveFormProps) {
  const { queue } = deskWordingFor(locale);
  const keyed = how.keyed ?? response.state === 'held';
  return (
    <details open={refusal !== null}>
      <summary class="button cut">
        {queue.remove} {keyed && <KeyOf command="remove" />}
        <span class="vh">{queue.the(response.name)}</span>
      </summary>
      <form method="post" action={action}>
        <Reasons {...{ locale, response, reasons, refusal, keyed }} />
      </form>
    </details>
  );
}

type ReasonsProps = Omit<RemoveFormProps, 'action' | 'response'> & {
  response: Pick<DeskResponse, 'id' | 'state'>;
};

/** The reasons to choose from, a sentence to the writer, and the button. */
export function Reasons({ locale, response, reasons, refusal, keyed = false }: ReasonsProps) {
  const { removal: say } = deskWordingFor(locale);
  const why = (field: string) => refusal?.why.find((fault) => fault.field === field)?.sentence ?? null;
  const id = `reason-${response.id}`;
  return (
    <fieldset class="reasons" aria-describedby={why('reason') === null ? null : `${id}-why`}>
      <legend>{say.legend}</legend>
      <Why id={`${id}-why`} sentence={why('reason')} />
      <div class="two">
        {reasons.map(({ code, label }, index) => (
          <label class="pick">
            <input
              type="radio"
              name="reason"
              id={index === 0 ? id : `${id}-${code}`}
              value={code}
              required
              data-needs-sentence={needsSentence(code) ? 'yes' : null}
              checked={code === refusal?.reason}
            />
            {keyed && <Digit index={index} />}
            {label}
          </label>
        ))}
      </div>
      <Sentence {...{ locale, response, refusal }} why={why('sentence')} />
      <p class="quiet">{say.says}</p>
      <div class="actions">
        <button class="cut" type="submit">
          {say.button}
        </button>
      </div>
    </fieldset>
  );
}

function Digit({ index }: { index: number }) {
  const digit = digitOf(index);
  return digit === null ? null : (
    <span class="key" aria-hidden="true">
      {digit}
    </span>
  );
}

type SentenceProps = Omit<ReasonsProps, 'reasons'> & { why: string | null };

function Sentence({ locale, response, refusal, why }: SentenceProps) {
  const { removal: say } = deskWordingFor(locale);
  const id = `sentence-${response.id}`;
  return (
    <div class={why === null ? 'field' : 'field wrong'}>
      <label for={id}>{say.sentence}</label>
      <input
        id={id}
        name="sentence"
        value={refusal?.sentence ?? ''}
        autocomplete="off"
        aria-invalid={why === null ? null : 'true'}
        aria-describedby={why === null ? null : `${id}-why`}
      />
      <Why id={`${id}-why`} sentence={why} />
    </div>
  );
}

function Why({ id, sentence }: { id: string; sentence: string | null }) {
  return sentence === null ? null : (
    <p class="why" id={id}>
      {sentence}
    </p>
  );
}
