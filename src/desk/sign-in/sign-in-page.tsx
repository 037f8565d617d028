import type { Refusal } from '../../lib/refusal.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { scripts } from '../../web/ui/scripts.ts';
import { signInPath } from '../desk-route.ts';
import { DoorPage } from '../frame/door-page.tsx';
import { PasskeyForm } from '../frame/passkey-form.tsx';
import { type Carried, carriedFields } from '../step-up/carried.ts';
import { HiddenFields } from '../step-up/hidden-fields.tsx';
import { deskWordingFor } from '../wording.ts';
import { AskForm } from './letter-form.tsx';
import { PasswordForm } from './password-form.tsx';

type SignInPageProps = {
  publication: PublicationView;
  /** A link's secret, which the button sends; null where there is none. */
  token: string | null;
  /** What became of the last thing sent, as a sentence. */
  notice?: string | null;
  refusal?: Refusal | null;
  /** Whether letters are sent: only then is there a link to ask for. */
  letters: boolean;
  /** Where to go once signed in, if not to where the desk begins. */
  goal?: 'you' | null;
  /** What was typed before. */
  email?: string;
  /** What was sent before signing in once more. */
  carried?: Carried | null;
};

/** One button that uses the link up (a mail scanner presses none), or every other way in. */
export function SignInPage({
  publication,
  token,
  notice = null,
  refusal = null,
  goal = null,
  email = '',
  letters,
  carried = null,
}: SignInPageProps) {
  const { signIn: say } = deskWordingFor(publication.locale);
  return (
    <DoorPage
      publication={publication}
      title={refusal === null ? say.heading : say.refused}
      scripts={[scripts.passkeys]}
    >
      {notice !== null && <p role="status">{notice}</p>}
      {refusal !== null && (
        <p role="alert" id="refused" tabindex={-1} autofocus>
          {refusal.sentence}
        </p>
      )}
      {token === null ? (
        <WaysIn
          {...{ publication, goal, email, letters, carried }}
          why={refusal?.field === 'email' ? refusal.sentence : null}
        />
      ) : (
        <UseLink say={say} token={token} />
      )}
    </DoorPage>
  );
}

type Say = ReturnType<typeof deskWordingFor>['signIn'];

function UseLink({ say, token }: { say: Say; token: string }) {
  return (
    <form method="post" action={signInPath}>
      <p>{say.ready}</p>
      <input type="hidden" name="token" value={token} />
      <p class="actions">
        <button class="main" type="submit">
          {say.button}
        </button>
      </p>
    </form>
  );
}

type WaysInProps = {
  publication: PublicationView;
  goal: 'you' | null;
  email: string;
  letters: boolean;
  carried: Carried | null;
  /** What is wrong with the address to which a link was asked for. */
  why: string | null;
};

function WaysIn({ publication, goal, email, letters, carried, why }: WaysInProps) {
  const { signIn: say, passkeys } = deskWordingFor(publication.locale);
  return (
    <>
      <PasskeyForm
        locale={publication.locale}
        act="use"
        action={`${signInPath}passkey/`}
        ask={`${signInPath}passkey/question/`}
        button={passkeys.use}
        main
      >
        {goal && <input type="hidden" name="for" value={goal} />}
        <HiddenFields fields={carriedFields(carried)} />
      </PasskeyForm>
      <PasswordForm {...{ locale: publication.locale, goal, email, carried }} />
      <h2>{say.byLink}</h2>
      {letters && <AskForm locale={publication.locale} email={email} why={why} />}
      <p>{letters ? say.askElse : `${say.how} ${say.ask}`}</p>
      <p>
        <code>{say.command}</code>
      </p>
    </>
  );
}
