import type { Invitation, LetterStanding } from '../../staff/invitations/invitation.ts';
import { Time } from '../../web/ui/time.tsx';
import { staffPath } from '../desk-route.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

type Listed = Invitation & { letter: LetterStanding };

export type InvitationsProps = { desk: DeskView; invitations: Listed[] };

/** Who was asked to join and has not yet. */
export function Invitations({ desk, invitations }: InvitationsProps) {
  const { staff: say } = deskWordingFor(desk.publication.locale);
  return (
    <section class="box apart" aria-labelledby="invitations">
      <h2 id="invitations">{say.invitations}</h2>
      {invitations.length === 0 ? (
        <p>{say.noInvitations}</p>
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list
        <ul role="list">
          {invitations.map((invitation) => (
            <Item desk={desk} invitation={invitation} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Item({ desk, invitation }: { desk: DeskView; invitation: Listed }) {
  const { publication, now } = desk;
  const { staff: say, roles } = deskWordingFor(publication.locale);
  const { id, name, email, role, expiresAt, letter } = invitation;
  return (
    <li>
      <p>
        <bdi>{name}</bdi>, {roles[role]}, <bdi>{email}</bdi>.{' '}
        {expiresAt > now.toISOString() ? say.until : say.ran} <Time at={expiresAt} style={publication} />.
      </p>
      <p class={letter.state === 'failed' ? 'why' : 'hint'}>
        {say.letter[letter.state]}
        {letter.why !== null && (
          <>
            {' '}
            <bdi>{letter.why}</bdi>
          </>
        )}{' '}
        {say.renewHint}
      </p>
      <div class="decide">
        <form method="post" action={`${staffPath}invitations/${id}/renew/`}>
          <button type="submit">
            {say.renew}
            <span class="vh">{say.the(name)}</span>
          </button>
        </form>
        <form method="post" action={`${staffPath}invitations/${id}/withdraw/`}>
          <button class="cut" type="submit">
            {say.withdraw}
            <span class="vh">{say.the(name)}</span>
          </button>
        </form>
      </div>
    </li>
  );
}
