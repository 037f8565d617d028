import type { Refusal } from '../../lib/refusal.ts';
import { youPath } from '../desk-route.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import { RefusedNotice } from '../frame/refused-notice.tsx';
import { TextField } from '../frame/text-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { QrCode } from './qr-code.tsx';

export type PasswordView = {
  /** What an authenticator that is being set up must be told; null where none is. */
  authenticator: { address: string; text: string } | null;
  hasPassword: boolean;
  email: string;
  refusal: Refusal | null;
};

type PasswordPageProps = { desk: DeskView; password: PasswordView };

/** Setting a password together with an authenticator, or changing it. What was typed is never sent back. */
export function PasswordPage({ desk, password }: PasswordPageProps) {
  const { password: say } = deskWordingFor(desk.publication.locale);
  const { authenticator, hasPassword, refusal } = password;
  return (
    <DeskPage desk={desk} title={hasPassword ? say.change : say.set} section="you">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{hasPassword ? say.change : say.set}</h1>
        </div>
        {refusal && <RefusedNotice heading={say.refused} refusal={refusal} />}
        <div class="split">
          <div>
            {authenticator && <SetUp desk={desk} authenticator={authenticator} />}
            {(authenticator !== null || hasPassword) && <PasswordForm desk={desk} password={password} />}
            <form method="post" action={`${youPath}authenticator/`} class="apart">
              <p>{authenticator || hasPassword ? say.anotherHint : say.authenticatorHint}</p>
              <p class="actions">
                <button class={authenticator || hasPassword ? undefined : 'main'} type="submit">
                  {authenticator || hasPassword ? say.another : say.begin}
                </button>
              </p>
            </form>
          </div>
        </div>
      </main>
    </DeskPage>
  );
}

function SetUp({
  desk,
  authenticator,
}: {
  desk: DeskView;
  authenticator: { address: string; text: string };
}) {
  const { password: say } = deskWordingFor(desk.publication.locale);
  return (
    <section class="box" aria-labelledby="set-up">
      <h2 id="set-up">{say.setUp}</h2>
      <p>{say.scan}</p>
      <p>
        <QrCode text={authenticator.address} label={say.qrCode} />
      </p>
      <p>{say.typeSecret}</p>
      <p>
        <code id="secret">{authenticator.text}</code>
      </p>
      <p class="links">
        <a href={authenticator.address}>{say.openApp}</a>
      </p>
    </section>
  );
}

function PasswordForm({ desk, password }: PasswordPageProps) {
  const { password: say } = deskWordingFor(desk.publication.locale);
  const { refusal } = password;
  const whyOf = (field: string) => (refusal?.field === field ? refusal.sentence : null);
  return (
    <form method="post" action={`${youPath}password/`} class="apart">
      {/* A password manager keeps it under this. */}
      <input type="hidden" name="username" value={password.email} autocomplete="username" />
      <TextField
        {...{ name: 'password', label: say.new, hint: say.newHint, why: whyOf('password') }}
        type="password"
        autocomplete="new-password"
      />
      <TextField
        {...{ name: 'code', label: say.code, hint: say.codeHint, why: whyOf('code') }}
        inputmode="numeric"
        autocomplete="one-time-code"
      />
      <p class="actions">
        <button class="main" type="submit">
          {say.save}
        </button>
      </p>
    </form>
  );
}

/** The codes as a file that the page itself holds: no address leads to them. */
function asFile({ publication, staff }: DeskView, codes: string[]): string {
  const { password: say } = deskWordingFor(publication.locale);
  const lines = [say.codesFile(publication.title, staff.name), '', ...codes, ''];
  return `data:text/plain;charset=utf-8,${encodeURIComponent(lines.join('\r\n'))}`;
}

/** Recovery codes, which are shown this once. */
export function RecoveryCodesPage({ desk, codes }: { desk: DeskView; codes: string[] }) {
  const { password: say } = deskWordingFor(desk.publication.locale);
  return (
    <DeskPage desk={desk} title={say.codesHeading} section="you">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.codesHeading}</h1>
        </div>
        <div class="prose">
          <p role="status">{say.codesWhat}</p>
          {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
          <ol role="list" id="recovery-codes">
            {codes.map((code) => (
              <li>
                <code>{code}</code>
              </li>
            ))}
          </ol>
          <p class="links">
            <a href={asFile(desk, codes)} download="hustings-recovery-codes.txt">
              {say.codesDownload}
            </a>
          </p>
          <p>
            <a href={youPath}>{say.codesKept}</a>
          </p>
        </div>
      </main>
    </DeskPage>
  );
}
