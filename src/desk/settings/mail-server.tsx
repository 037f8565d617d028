import type { SmtpConfig } from '../../config.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

type MailServerProps = { desk: DeskView; smtp: SmtpConfig | null; sent: boolean };

/** Whether letters can go out, never the password; and a letter to oneself to see that they do. */
export function MailServer({ desk, smtp, sent }: MailServerProps) {
  const { mail: say } = deskWordingFor(desk.publication.locale).settings;
  return (
    <section class="apart" aria-labelledby="server">
      <h2 id="server">{say.heading}</h2>
      {sent && (
        <p role="status">
          <b>{say.sent}</b> <a href="/desk/jobs/">{say.jobs}</a>
        </p>
      )}
      <p>{smtp === null ? say.none : say.set(smtp.host, smtp.port, smtp.secure, smtp.user !== null)}</p>
      {smtp !== null && (
        <form class="actions" method="post" action="/desk/settings/mail/test/">
          <button type="submit">{say.test}</button>
        </form>
      )}
    </section>
  );
}
