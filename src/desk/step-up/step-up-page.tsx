import type { PublicationView } from '../../publication/publication-view.ts';
import { scripts } from '../../web/ui/scripts.ts';
import { signInPath } from '../desk-route.ts';
import { DoorPage } from '../frame/door-page.tsx';
import { PasskeyForm } from '../frame/passkey-form.tsx';
import { PasswordForm } from '../sign-in/password-form.tsx';
import { deskWordingFor } from '../wording.ts';
import { type Carried, carriedFields } from './carried.ts';
import { HiddenFields } from './hidden-fields.tsx';

type StepUpPageProps = { publication: PublicationView; carried: Carried; email: string };

/** Signing in once more, before something that gives rights away; what was sent goes along. */
export function StepUpPage({ publication, carried, email }: StepUpPageProps) {
  const { stepUp: say, passkeys } = deskWordingFor(publication.locale);
  return (
    <DoorPage publication={publication} title={say.heading} scripts={[scripts.passkeys]}>
      <p role="alert">{say.why}</p>
      <p>{say.kept}</p>
      <PasskeyForm
        locale={publication.locale}
        act="use"
        action={`${signInPath}passkey/`}
        ask={`${signInPath}passkey/question/`}
        button={passkeys.use}
        main
      >
        <HiddenFields fields={carriedFields(carried)} />
      </PasskeyForm>
      <PasswordForm {...{ locale: publication.locale, email, goal: null, carried }} />
      <section class="apart" aria-labelledby="by-link">
        <h2 id="by-link">{say.byLink}</h2>
        <p>
          <a href={signInPath} target="_blank" rel="noopener">
            {say.elsewhere}
          </a>
        </p>
        <GoOn carried={carried} button={say.signedInElsewhere} />
      </section>
    </DoorPage>
  );
}

/** Sends what was carried to where it was meant for. */
export function GoOn({ carried, button, main }: { carried: Carried; button: string; main?: true }) {
  return (
    <form method="post" action={carried.to}>
      <HiddenFields fields={carried.fields} />
      <p class="actions">
        <button type="submit" class={main && 'main'}>
          {button}
        </button>
      </p>
    </form>
  );
}
