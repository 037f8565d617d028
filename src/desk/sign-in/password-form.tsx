import { signInPath } from '../desk-route.ts';
import { TextField } from '../frame/text-field.tsx';
import { type Carried, carriedFields } from '../step-up/carried.ts';
import { HiddenFields } from '../step-up/hidden-fields.tsx';
import { deskWordingFor } from '../wording.ts';

type PasswordFormProps = { locale: string; goal: 'you' | null; email: string; carried: Carried | null };

/** E-mail address, password and code, sent together: nothing tells which of them was wrong. */
export function PasswordForm({ locale, goal, email, carried }: PasswordFormProps) {
  const { signIn: say } = deskWordingFor(locale);
  return (
    <section class="apart" aria-labelledby="by-password">
      <h2 id="by-password">{say.byPassword}</h2>
      <form method="post" action={`${signInPath}password/`}>
        {goal && <input type="hidden" name="for" value={goal} />}
        <HiddenFields fields={carriedFields(carried)} />
        <TextField
          {...{ name: 'email', label: say.email, value: email }}
          type="email"
          autocomplete="username"
        />
        <TextField
          {...{ name: 'password', label: say.password }}
          type="password"
          autocomplete="current-password"
        />
        <TextField {...{ name: 'code', label: say.code, hint: say.codeHint }} autocomplete="one-time-code" />
        <p class="actions">
          <button type="submit">{say.passwordButton}</button>
        </p>
      </form>
    </section>
  );
}
