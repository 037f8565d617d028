import { may } from '../../staff/permissions.ts';
import type { DeskResponse } from '../responses/response-view.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

/** Leads to the form that suspends whoever wrote a response. */
export function SuspendLink({ desk, response }: { desk: DeskView; response: DeskResponse }) {
  const { suspensions: say, queue } = deskWordingFor(desk.publication.locale);
  if (!may(desk.staff.role, 'writer.suspend') || response.html === null) return null;
  return (
    <p class="quiet">
      <a href={`/desk/responses/${response.id}/suspend/`}>
        {say.link}
        <span class="vh">{queue.the(response.name)}</span>
      </a>
    </p>
  );
}
