import type { PublicationView } from '../../publication/publication-view.ts';
import { signInPath } from '../desk-route.ts';
import { DoorPage } from '../frame/door-page.tsx';
import { deskWordingFor } from '../wording.ts';

type SignInPageProps = {
  publication: PublicationView;
  /** A link's secret, which the button sends; null where there is none. */
  token: string | null;
  /** What became of the last thing sent, as a sentence. */
  notice?: string | null;
  refusal?: string | null;
};

/** One button that uses the link up (a mail scanner presses none), or how to come by a link. */
export function SignInPage({ publication, token, notice = null, refusal = null }: SignInPageProps) {
  const { signIn: say } = deskWordingFor(publication.locale);
  return (
    <DoorPage publication={publication} title={refusal === null ? say.heading : say.refused}>
      {notice !== null && <p role="status">{notice}</p>}
      {refusal !== null && <p role="alert">{refusal}</p>}
      {token === null ? <HowTo say={say} /> : <UseLink say={say} token={token} />}
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

function HowTo({ say }: { say: Say }) {
  return (
    <>
      <p>{say.how}</p>
      <p>{say.ask}</p>
      <p>
        <code>{say.command}</code>
      </p>
    </>
  );
}
