import type { Refusal } from '../../lib/refusal.ts';
import type { Passkey } from '../../staff/passkey.ts';
import type { OwnSession } from '../../staff/queries.ts';
import { scripts } from '../../web/ui/scripts.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import { RefusedNotice } from '../frame/refused-notice.tsx';
import { saidOf } from '../frame/said.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { NamePart } from './name-part.tsx';
import { PasskeysPart } from './passkeys-part.tsx';
import { PasswordPart } from './password-part.tsx';
import { SessionsPart } from './sessions-part.tsx';

export type YouView = {
  email: string;
  passkeys: Passkey[];
  hasPassword: boolean;
  codesLeft: number;
  sessions: OwnSession[];
  /** The session in which this is read. */
  current: string;
  /** True where its reader has signed in lately enough to change how they sign in. */
  fresh: boolean;
  /** What became of the last thing sent: a code of `done`, or a refusal with what was typed. */
  done: string | null;
  refusal: Refusal | null;
  typed: (name: string) => string;
};

/** Somebody's own account. */
export function YouPage({ desk, you }: { desk: DeskView; you: YouView }) {
  const { you: say } = deskWordingFor(desk.publication.locale);
  const notice = saidOf(say.done, you.done);
  return (
    <DeskPage desk={desk} title={say.heading} section="you" scripts={[scripts.passkeys]}>
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading}</h1>
        </div>
        {notice && <p role="status">{notice}</p>}
        {you.refusal && <RefusedNotice heading={say.refused} refusal={you.refusal} />}
        <div class="split">
          <div>
            <PasskeysPart desk={desk} you={you} />
            <PasswordPart desk={desk} you={you} />
            <SessionsPart desk={desk} you={you} />
          </div>
          <NamePart desk={desk} you={you} />
        </div>
      </main>
    </DeskPage>
  );
}
