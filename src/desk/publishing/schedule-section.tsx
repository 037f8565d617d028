import { timeText } from '../../lib/dates.ts';
import { mayOn } from '../../staff/permissions.ts';
import { Time } from '../../web/ui/time.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { PublishingField } from './publishing-field.tsx';
import type { PublishingView, ScheduleView } from './publishing-view.ts';

type SectionProps = { desk: DeskView; view: PublishingView };

/** The time at which an article appears by itself: set, changed, taken away. */
export function ScheduleSection({ desk, view }: SectionProps) {
  const { publication } = desk;
  const { scheduling: say } = deskWordingFor(publication.locale);
  const { schedule, missed } = view;
  const sets = mayOn(desk.staff.role, 'article.schedule', view.stage);
  if (!sets && schedule === null) return null;
  return (
    <section class="box" aria-labelledby="schedule">
      <h2 id="schedule">{say.heading}</h2>
      {missed !== null && (
        <p role="alert">
          {say.missed} <Time at={missed.publishAt} style={publication} />. {missed.sentence}
        </p>
      )}
      {schedule !== null && <TimeSet desk={desk} schedule={schedule} />}
      {sets && schedule !== null && schedule.localNow !== null && <OtherZone desk={desk} view={view} />}
      {sets && <TimeForm desk={desk} view={view} />}
      {sets && schedule !== null && (
        <form method="post" action={`/desk/articles/${view.article.id}/unschedule/`}>
          <p class="actions">
            <button class="cut" type="submit">
              {say.unset}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}

function TimeSet({ desk: { publication }, schedule }: { desk: DeskView; schedule: ScheduleView }) {
  const { scheduling: say } = deskWordingFor(publication.locale);
  const { publishAt, timeZone, second, setBy, setAt } = schedule;
  const style = { locale: publication.locale, timeZone };
  return (
    <>
      <p>
        {say.appears} <b>{timeText(publishAt, style)}</b> ({timeZone}).
      </p>
      {second !== null && <p>{say.twice(timeText(publishAt, style), timeText(second, style))}</p>}
      <p class="quiet">
        {say.setBy} {setBy === null ? say.terminal : <bdi>{setBy}</bdi>},{' '}
        <Time at={setAt} style={publication} />
      </p>
    </>
  );
}

/** The zone was changed after the time was set: the moment stays until somebody says what was meant. */
function OtherZone({ desk: { publication }, view }: SectionProps) {
  const { scheduling: say } = deskWordingFor(publication.locale);
  const { article, schedule } = view;
  if (schedule === null || schedule.localNow === null) return null;
  const clock = (local: string) => timeText(local, publication);
  const meant = `${clock(schedule.local)} (${schedule.timeZone})`;
  const now = `${clock(schedule.localNow)} (${publication.timeZone})`;
  return (
    <div class="refused">
      <p>{say.zoneChanged(meant, now)}</p>
      <div class="actions">
        <form method="post" action={`/desk/articles/${article.id}/schedule/keep/`}>
          <button type="submit">{say.keepMoment(now)}</button>
        </form>
        <form method="post" action={`/desk/articles/${article.id}/schedule/`}>
          <input type="hidden" name="was" value={schedule.publishAt} />
          <input type="hidden" name="time" value={schedule.local} />
          <button type="submit">
            {say.moveMoment(`${clock(schedule.local)} (${publication.timeZone})`)}
          </button>
        </form>
      </div>
    </div>
  );
}

function TimeForm({ desk: { publication }, view }: SectionProps) {
  const { scheduling: say } = deskWordingFor(publication.locale);
  const { article, schedule } = view;
  const value = schedule === null ? '' : (schedule.localNow ?? schedule.local);
  return (
    <form method="post" action={`/desk/articles/${article.id}/schedule/`}>
      <input type="hidden" name="was" value={schedule?.publishAt ?? ''} />
      <PublishingField
        view={view}
        name="time"
        type="datetime-local"
        label={say.time}
        hint={say.timeHint(publication.timeZone)}
        value={value}
      />
      <p class="actions">
        <button class="main" type="submit">
          {schedule === null ? say.set : say.change}
        </button>
      </p>
    </form>
  );
}
