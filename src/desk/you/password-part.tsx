import { youPath } from '../desk-route.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { YouView } from './you-page.tsx';

/** Whether somebody has a password, and the way to setting, changing or removing it. */
export function PasswordPart({ desk, you }: { desk: DeskView; you: YouView }) {
  const { password: say } = deskWordingFor(desk.publication.locale);
  const { hasPassword, codesLeft, fresh } = you;
  return (
    <section class="box apart" aria-labelledby="password">
      <h2 id="password">{say.heading}</h2>
      <p>{say.what}</p>
      {hasPassword && <p>{say.have(codesLeft)}</p>}
      {fresh && (
        <p class="links">
          <a href={`${youPath}password/`}>{hasPassword ? say.change : say.set}</a>
        </p>
      )}
      {fresh && hasPassword && (
        <div class="decide">
          <form method="post" action={`${youPath}recovery-codes/`}>
            <button type="submit">{say.renewCodes}</button>
          </form>
          <form method="post" action={`${youPath}password/remove/`}>
            <button class="cut" type="submit">
              {say.remove}
            </button>
          </form>
        </div>
      )}
    </section>
  );
}
