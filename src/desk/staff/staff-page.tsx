import type { Refusal } from '../../lib/refusal.ts';
import type { Member } from '../../staff/roster.ts';
import { Time } from '../../web/ui/time.tsx';
import { staffPath } from '../desk-route.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import { RefusedNotice } from '../frame/refused-notice.tsx';
import { RoleField } from '../frame/role-field.tsx';
import { saidOf } from '../frame/said.ts';
import { TextField } from '../frame/text-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { Invitations, type InvitationsProps } from './invitations-part.tsx';
import { MemberItem } from './member-item.tsx';

export type StaffView = {
  members: Member[];
  invitations: InvitationsProps['invitations'];
  /** Who reads this: they end their own sessions elsewhere. */
  reader: string;
  done: string | null;
  refusal: Refusal | null;
  typed: (name: string) => string;
  /** A link that was made just now: shown this once. `letter` is null for what no letter brings. */
  link: { name: string; url: string; expiresAt: string; letter: 'none' | 'waiting' | null } | null;
};

export type StaffProps = { desk: DeskView; staff: StaffView };

/** Who is on the staff, who is invited, and what owners do about it. */
export function StaffPage({ desk, staff }: StaffProps) {
  const { staff: say } = deskWordingFor(desk.publication.locale);
  const notice = saidOf(say.done, staff.done);
  const closed = staff.members.filter(({ disabledAt }) => disabledAt !== null);
  return (
    <DeskPage desk={desk} title={say.heading} section="staff">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading}</h1>
        </div>
        {notice && <p role="status">{notice}</p>}
        {staff.refusal && <RefusedNotice heading={say.refused} refusal={staff.refusal} />}
        {staff.link && <LinkMade desk={desk} link={staff.link} />}
        <div class="split">
          <div>
            <section class="box" aria-labelledby="people">
              <h2 id="people">{say.people}</h2>
              {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
              <ul role="list">
                {staff.members
                  .filter(({ disabledAt }) => disabledAt === null)
                  .map((member) => (
                    <MemberItem desk={desk} member={member} own={member.id === staff.reader} />
                  ))}
              </ul>
            </section>
            {closed.length > 0 && <Closed desk={desk} closed={closed} />}
          </div>
          <div>
            <Invite desk={desk} staff={staff} />
            <Invitations desk={desk} invitations={staff.invitations} />
          </div>
        </div>
      </main>
    </DeskPage>
  );
}

function LinkMade({ desk, link }: { desk: DeskView; link: NonNullable<StaffView['link']> }) {
  const { staff: say } = deskWordingFor(desk.publication.locale);
  return (
    <div class="preview" role="status">
      <h2>{say.linkHeading}</h2>
      <p>{say.linkFor(link.name)}</p>
      <p>
        <code id="link">{link.url}</code>
      </p>
      {link.letter !== null && <p>{say.letterMade[link.letter]}</p>}
      <p>
        {say.until} <Time at={link.expiresAt} style={desk.publication} />. {say.once}
      </p>
    </div>
  );
}

function Closed({ desk, closed }: { desk: DeskView; closed: Member[] }) {
  const { staff: say } = deskWordingFor(desk.publication.locale);
  return (
    <section class="box apart" aria-labelledby="closed">
      <h2 id="closed">{say.closed}</h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
      <ul role="list">
        {closed.map(({ name, email, disabledAt }) => (
          <li>
            <bdi>{name}</bdi>, <bdi>{email}</bdi>. {say.closedAt}{' '}
            <Time at={disabledAt ?? ''} style={desk.publication} />.
          </li>
        ))}
      </ul>
    </section>
  );
}

function Invite({ desk: { publication }, staff }: StaffProps) {
  const { staff: say } = deskWordingFor(publication.locale);
  const whyOf = (field: string) => (staff.refusal?.field === field ? staff.refusal.sentence : null);
  return (
    <section class="box" aria-labelledby="invite">
      <h2 id="invite">{say.invite}</h2>
      <form method="post" action={`${staffPath}invitations/`}>
        <TextField
          {...{ name: 'name', label: say.name, hint: say.nameHint, why: whyOf('name') }}
          value={staff.typed('name')}
          autocomplete="off"
        />
        <TextField
          {...{ name: 'email', label: say.email, type: 'email', why: whyOf('email') }}
          value={staff.typed('email')}
          autocomplete="off"
        />
        <RoleField locale={publication.locale} value={staff.typed('role') || 'author'} why={whyOf('role')} />
        <p class="actions">
          <button type="submit">{say.inviteButton}</button>
        </p>
      </form>
    </section>
  );
}
