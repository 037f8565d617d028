import { mayOn } from '../../staff/permissions.ts';
import { Time } from '../../web/ui/time.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { PublishingField } from './publishing-field.tsx';
import type { PublishingView } from './publishing-view.ts';

type SectionProps = { desk: DeskView; view: PublishingView };

/** An article's first place on the front page: given, for a while, and taken away. */
export function PinSection({ desk, view }: SectionProps) {
  const { publication } = desk;
  const { pinning: say } = deskWordingFor(publication.locale);
  const { article, stage, pin } = view;
  if (!mayOn(desk.staff.role, 'article.pin', stage)) return null;
  return (
    <section class="box" aria-labelledby="pin">
      <h2 id="pin">{say.heading}</h2>
      {pin !== null && (
        <form method="post" action={`/desk/articles/${article.id}/unpin/`}>
          <p>
            {say.pinned} {pin.until === null ? say.untilTaken : <Time at={pin.until} style={publication} />}
          </p>
          <p class="actions">
            <button type="submit">{say.unpin}</button>
          </p>
        </form>
      )}
      <form method="post" action={`/desk/articles/${article.id}/pin/`}>
        <PublishingField
          view={view}
          name="until"
          type="datetime-local"
          label={say.until}
          hint={say.untilHint(publication.timeZone)}
        />
        <p class="actions">
          <button type="submit">{say.pin}</button>
        </p>
      </form>
    </section>
  );
}
