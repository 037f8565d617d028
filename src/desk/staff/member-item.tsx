import type { Child } from 'hono/jsx';
import type { Member } from '../../staff/roster.ts';
import { Time } from '../../web/ui/time.tsx';
import { staffPath } from '../desk-route.ts';
import { RoleField } from '../frame/role-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

type MemberProps = { desk: DeskView; member: Member; own: boolean };

/** One of the staff: what they are, when they were here, and what an owner may change about that. */
export function MemberItem({ desk, member, own }: MemberProps) {
  const { publication } = desk;
  const { staff: say, roles } = deskWordingFor(publication.locale);
  const { name, email, role, ways, lastHere } = member;
  return (
    <li>
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
        , {roles[role]}
        {own && ` (${say.you})`}, <bdi>{email}</bdi>. {say.signsInBy}{' '}
        {ways.length === 0 ? say.noWay : ways.map((way) => say.ways[way]).join(', ')}.{' '}
        {lastHere === null ? (
          `${say.neverUsed}.`
        ) : (
          <>
            {say.lastUsed} <Time at={lastHere} style={publication} />.
          </>
        )}
      </p>
      <details>
        <summary>
          {say.manage}
          <span class="vh">{say.the(name)}</span>
        </summary>
        <Act member={member} act="role" label={say.changeRole} hint={say.roleHint}>
          <RoleField locale={publication.locale} id={`f-role-${member.id}`} of={name} value={role} />
        </Act>
        <Act member={member} act="link" label={say.makeLink} hint={say.linkHint} />
        {!own && <Act member={member} act="end-sessions" label={say.endSessions} />}
        <Act member={member} act="close" label={say.close} hint={say.closeHint} class="cut" />
      </details>
    </li>
  );
}

type ActProps = {
  member: Member;
  act: string;
  label: string;
  hint?: string;
  class?: string;
  children?: Child;
};

/** One thing to do about somebody, with what it brings. */
function Act({ member, act, label, hint, children, ...button }: ActProps) {
  return (
    <form method="post" action={`${staffPath}${member.id}/${act}/`} class="apart">
      {children}
      {hint && <p class="hint">{hint}</p>}
      <p class="actions">
        <button type="submit" class={button.class}>
          {label}
          <span class="vh">: {member.name}</span>
        </button>
      </p>
    </form>
  );
}
