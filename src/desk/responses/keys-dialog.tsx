import { commands, firstKeys } from '../../lib/queue-keys.ts';
import { deskWordingFor } from '../wording.ts';

/** The keys of the queue, each in a field in which another may be chosen. A script opens it and keeps the choice. */
export function KeysDialog({ locale }: { locale: string }) {
  const { keys: say } = deskWordingFor(locale);
  return (
    <dialog id="keys" aria-labelledby="keys-heading">
      <form method="dialog">
        <h2 id="keys-heading">{say.heading}</h2>
        <p class="quiet">{say.what}</p>
        {commands.map((command) => (
          <div class="field">
            <label for={`key-${command}`}>{say.does[command]}</label>
            <input
              id={`key-${command}`}
              name={command}
              value={firstKeys[command]}
              class="short"
              maxlength={1}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
            />
          </div>
        ))}
        <label class="pick">
          <input type="checkbox" name="on" checked />
          {say.on}
        </label>
        <p class="why" role="alert" data-clash hidden>
          {say.clash}
        </p>
        <p class="actions">
          <button class="main" type="submit" value="keep">
            {say.keep}
          </button>
          <button type="submit" value="first" formnovalidate>
            {say.first}
          </button>
        </p>
      </form>
    </dialog>
  );
}

/** A key on its button: shown where the script runs and keys are on. */
export function KeyOf({ command }: { command: keyof typeof firstKeys }) {
  return (
    <span class="key" data-key-of={command} aria-hidden="true">
      {firstKeys[command].toUpperCase()}
    </span>
  );
}
