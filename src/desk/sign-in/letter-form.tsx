import { signInPath } from '../desk-route.ts';
import { TextField } from '../frame/text-field.tsx';
import { deskWordingFor } from '../wording.ts';

/** Where somebody asks for a link by mail, and where such a link leads. */
export const askPath = `${signInPath}link/`;
export const letterPath = `${signInPath}letter/`;

type AskFormProps = { locale: string; email: string; why: string | null };

/** Asks for a link by mail; says before and after the same for every address. */
export function AskForm({ locale, email, why }: AskFormProps) {
  const { signIn: say } = deskWordingFor(locale);
  return (
    <form method="post" action={askPath}>
      <p id="about-letters">{say.letterWhat}</p>
      <TextField
        {...{ id: 'f-link-email', name: 'email', label: say.email, value: email, why }}
        of={say.letterOf}
        type="email"
        autocomplete="username"
      />
      <p class="actions">
        <button type="submit">{say.letterButton}</button>
      </p>
    </form>
  );
}

type UseFormProps = { locale: string; token: string; needsCode: boolean; why: string | null };

/** One button that uses the link up (a mail scanner presses none), with the code of whoever has an authenticator. */
export function UseLetterForm({ locale, token, needsCode, why }: UseFormProps) {
  const { signIn: say } = deskWordingFor(locale);
  return (
    <form method="post" action={letterPath}>
      <p>{needsCode ? say.letterReadyWithCode : say.ready}</p>
      <input type="hidden" name="token" value={token} />
      {needsCode && (
        <TextField
          {...{ name: 'code', label: say.code, hint: say.codeHint, why }}
          autocomplete="one-time-code"
        />
      )}
      <p class="actions">
        <button class="main" type="submit">
          {say.button}
        </button>
      </p>
    </form>
  );
}
