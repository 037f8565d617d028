import { readRoster } from '../../staff/roster.ts';
import { youPath } from '../desk-route.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import { type DeskView, field, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

type Way = 'passkey' | 'password';

/** Whether somebody has read what follows, and still wants it. */
export const isSure = ({ form }: Visit): boolean => field(form, 'sure') === 'yes';

/** Asks, before the last way in goes, whether its owner is sure. Nothing is removed yet. */
export async function askIfSure(visit: Visit, way: Way): Promise<Response> {
  const { c, site, staff, desk } = visit;
  const others = (await readRoster(site.store.read, desk.now)).filter(
    ({ id, role, disabledAt }) => id !== staff.id && role === 'owner' && disabledAt === null,
  );
  const shown = { way, action: new URL(c.req.url).pathname, letters: site.mail !== null };
  return show(visit, <LastWayPage desk={desk} {...shown} onlyOwner={others.length === 0} />, 409);
}

type LastWayProps = { desk: DeskView; way: Way; action: string; letters: boolean; onlyOwner: boolean };

function LastWayPage({ desk, way, action, letters, onlyOwner }: LastWayProps) {
  const { lastWay: say } = deskWordingFor(desk.publication.locale);
  return (
    <DeskPage desk={desk} title={say.heading[way]} section="you">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading[way]}</h1>
        </div>
        <div class="prose">
          <div role="alert">
            <p>{say.what}</p>
            <ul>
              {letters && <li>{say.byLetter}</li>}
              {!onlyOwner && <li>{say.byOwner}</li>}
              <li>{say.byServer}</li>
            </ul>
            {onlyOwner && <p>{say.onlyOwner}</p>}
          </div>
          <p>
            <a href={youPath}>{say.keep}</a>
          </p>
          <form method="post" action={action}>
            <input type="hidden" name="sure" value="yes" />
            <p class="actions">
              <button class="cut" type="submit">
                {say.sure[way]}
              </button>
            </p>
          </form>
        </div>
      </main>
    </DeskPage>
  );
}
