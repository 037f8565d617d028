import type { Child } from 'hono/jsx';
import { may } from '../../staff/permissions.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { FormFault } from './form-fault.ts';

export const tokensPath = '/desk/tokens/';
export const webhooksPath = '/desk/webhooks/';

type FrameProps = { desk: DeskView; title: string; current: string; children?: Child };

/** The frame of what concerns programs: ways to its parts beside the page. */
export function ProgramsFrame({ desk, title, current, children }: FrameProps) {
  const { programs: say } = deskWordingFor(desk.publication.locale);
  const parts = [
    { path: tokensPath, label: say.tokens, shown: may(desk.staff.role, 'token.make') },
    { path: webhooksPath, label: say.webhooks, shown: may(desk.staff.role, 'webhook.manage') },
  ];
  return (
    <DeskPage desk={desk} title={title} section="programs">
      <main id="main" class="wrap">
        <div class="panes settings">
          <nav class="filter" aria-label={say.heading}>
            <ul>
              {parts
                .filter(({ shown }) => shown)
                .map(({ path, label }) => (
                  <li>
                    <a href={path} aria-current={path === current ? 'page' : null}>
                      {label}
                    </a>
                  </li>
                ))}
            </ul>
          </nav>
          <div class="sheet">
            <h1>{title}</h1>
            {children}
          </div>
        </div>
      </main>
    </DeskPage>
  );
}

/** What was refused, at the top of the page, with ways to the fields at fault. */
export function Refused({ heading, faults }: { heading: string; faults: FormFault[] }) {
  if (faults.length === 0) return null;
  return (
    <div class="refused" id="refused" role="alert" tabindex={-1} autofocus>
      <p>
        <b>{heading}</b>
      </p>
      <ul>
        {faults.map(({ field, sentence }) => (
          <li>
            <a href={`#f-${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Why a field was refused, beside it. */
export function Why({ field, why }: { field: string; why: string | null }) {
  if (why === null) return null;
  return (
    <p class="why" id={`f-${field}-why`}>
      {why}
    </p>
  );
}
