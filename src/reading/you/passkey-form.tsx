import type { Child } from 'hono/jsx';
import { wordingFor } from '../../web/ui/wording.ts';

type PasskeyFormProps = {
  locale: string;
  act: 'add' | 'use';
  /** Where the answer is sent; the question stands below it. */
  action: string;
  button: string;
  children?: Child;
};

/** A form that the script shows where the browser has passkeys; without scripts, a line that says so. */
export function PasskeyForm({ locale, act, action, button, children }: PasskeyFormProps) {
  const { passkeys: say } = wordingFor(locale).you;
  return (
    <div class="apart">
      <h3>{say.headings[act]}</h3>
      <p class="hint">{say.hints[act]}</p>
      <noscript>
        <p class="hint">{say.noScript}</p>
      </noscript>
      <form
        method="post"
        action={action}
        hidden
        data-passkey={act}
        data-ask={`${action}ask/`}
        data-failed={say.failed[act]}
        data-known={say.known}
      >
        {children}
        <input type="hidden" name="answer" value="" />
        <p class="actions">
          <button type="submit">{button}</button>
        </p>
        <p role="status" />
      </form>
    </div>
  );
}
