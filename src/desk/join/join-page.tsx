import type { PublicationView } from '../../publication/publication-view.ts';
import type { Role } from '../../staff/permissions.ts';
import { signInPath } from '../desk-route.ts';
import { DoorPage } from '../frame/door-page.tsx';
import { deskWordingFor } from '../wording.ts';

type JoinPageProps = {
  publication: PublicationView;
  invitation: { name: string; email: string; role: Role; token: string } | null;
  refusal: string | null;
};

/** Who is invited to what, and one button that accepts: a mail scanner that opens the address uses nothing up. */
export function JoinPage({ publication, invitation, refusal }: JoinPageProps) {
  const { join: say, roles } = deskWordingFor(publication.locale);
  return (
    <DoorPage publication={publication} title={invitation ? say.heading(publication.title) : say.gone}>
      {refusal !== null && <p role="alert">{refusal}</p>}
      {invitation ? (
        <form method="post" action="/desk/join/">
          <p>
            <bdi>{invitation.name}</bdi> (<bdi>{invitation.email}</bdi>), {say.as} {roles[invitation.role]}.
          </p>
          <p>{say.what[invitation.role]}</p>
          <p>{say.next}</p>
          <input type="hidden" name="token" value={invitation.token} />
          <p class="actions">
            <button class="main" type="submit">
              {say.accept}
            </button>
          </p>
        </form>
      ) : (
        <p>
          <a href={signInPath}>{say.signIn}</a>
        </p>
      )}
    </DoorPage>
  );
}
