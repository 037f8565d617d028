import { wordingFor } from '../../web/ui/wording.ts';

/** What was typed, and what is wrong with it. */
export type LetterState = { email: string; fault: string | null };

/** For whoever has no such browser any more: asks for a letter whose link does the same. */
export function OwnLetterForm({ locale, state }: { locale: string; state: LetterState }) {
  const { ownLink: say } = wordingFor(locale);
  const { email, fault } = state;
  return (
    <section class="apart" aria-labelledby="by-letter">
      <h2 class="label" id="by-letter">
        {say.heading}
      </h2>
      <p id="by-letter-hint">{say.hint}</p>
      {fault !== null && (
        <div class="refused" role="alert" tabindex={-1} id="refused" autofocus>
          <h3>{say.notAsked}</h3>
          <p>
            <a href="#f-email">{fault}</a>
          </p>
        </div>
      )}
      <form method="post" action="/you/responses/letter/">
        <div class={fault === null ? 'field' : 'field wrong'}>
          <label for="f-email">{say.email}</label>
          <input
            {...{ id: 'f-email', name: 'email', type: 'email', autocomplete: 'email', value: email }}
            required
            aria-invalid={fault === null ? null : 'true'}
            aria-describedby="by-letter-hint"
          />
        </div>
        <p class="actions">
          <button type="submit">{say.ask}</button>
        </p>
      </form>
    </section>
  );
}
