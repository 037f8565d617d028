import type { Child } from 'hono/jsx';
import { deskWordingFor } from '../wording.ts';

type PasskeyFormProps = {
  locale: string;
  act: 'add' | 'use';
  action: string;
  /** Where the script asks for the question that the passkey answers. */
  ask: string;
  button: string;
  main?: boolean;
  children?: Child;
};

/** A form that the script shows where the browser has passkeys: without either there is nothing to press. */
export function PasskeyForm({ locale, act, action, ask, button, main = false, children }: PasskeyFormProps) {
  const { passkeys: say } = deskWordingFor(locale);
  return (
    <form
      method="post"
      action={action}
      hidden
      data-passkey={act}
      data-ask={ask}
      data-failed={say.failed[act]}
      data-known={say.known}
    >
      {children}
      <input type="hidden" name="answer" value="" />
      <p class="actions">
        <button class={main ? 'main' : undefined} type="submit">
          {button}
        </button>
      </p>
      <p role="status" />
    </form>
  );
}
