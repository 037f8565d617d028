import type { ReceiptView } from '../../comments/comment-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { wordingFor } from '../../web/ui/wording.ts';

/** What was typed into the form that asks for letters, and what became of it. */
export type AskState = { email: string; fault: string | null; asked: boolean };

type AskProps = { publication: PublicationView; receipt: ReceiptView; state: AskState };

/** On a receipt: letters about this response or its whole thread. */
export function AskForm({ publication, receipt, state }: AskProps) {
  const { letters: say } = wordingFor(publication.locale);
  const wrong = state.fault !== null;
  return (
    <section class="apart" aria-labelledby="letters" id="letters-part">
      <h2 class="label" id="letters">
        {say.receiptHeading}
      </h2>
      {state.asked && (
        <p class="waitbox" role="status">
          {say.asked}
        </p>
      )}
      <form method="post" action={`${receipt.path}letters/`} novalidate={wrong}>
        <div class={wrong ? 'field wrong' : 'field'}>
          <label for="l-email">{say.email}</label>
          <p class="hint" id="l-email-hint">
            {say.receiptHint}
          </p>
          <input
            id="l-email"
            name="email"
            type="email"
            autocomplete="email"
            required
            value={state.email}
            aria-invalid={wrong ? 'true' : null}
            aria-describedby={wrong ? 'l-email-hint l-email-why' : 'l-email-hint'}
            autofocus={wrong}
          />
          {wrong && (
            <p class="why" id="l-email-why">
              {state.fault}
            </p>
          )}
        </div>
        <Choice name="kind" label={say.kind} options={say.kinds} />
        <Choice name="pace" label={say.pace} options={say.paces} />
        <p class="actions">
          <button type="submit">{say.ask}</button>
        </p>
      </form>
    </section>
  );
}

function Choice({ name, label, options }: { name: string; label: string; options: Record<string, string> }) {
  return (
    <div class="field">
      <label for={`l-${name}`}>{label}</label>
      <select id={`l-${name}`} name={name}>
        {Object.entries(options).map(([value, words]) => (
          <option value={value}>{words}</option>
        ))}
      </select>
    </div>
  );
}
