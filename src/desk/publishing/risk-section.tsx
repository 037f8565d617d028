import { mayOn } from '../../staff/permissions.ts';
import { Time } from '../../web/ui/time.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { PublishingField } from './publishing-field.tsx';
import type { PublishingView } from './publishing-view.ts';

type SectionProps = { desk: DeskView; view: PublishingView };

/** The legal-risk mark of an article: set, read under it, let pass, taken off. */
export function RiskSection({ desk, view }: SectionProps) {
  const { risk: say } = deskWordingFor(desk.publication.locale);
  const { mark } = view.risk;
  const marks = mayOn(desk.staff.role, 'article.mark-risk', view.stage);
  if (mark === null && !marks) return null;
  return (
    <section class="box" aria-labelledby="risk">
      <h2 id="risk">{say.heading}</h2>
      {mark === null ? <MarkForm desk={desk} view={view} /> : <Marked desk={desk} view={view} />}
    </section>
  );
}

function MarkForm({ desk, view }: SectionProps) {
  const { risk: say } = deskWordingFor(desk.publication.locale);
  return (
    <form method="post" action={`/desk/articles/${view.article.id}/risk/`}>
      <p>{say.what}</p>
      <PublishingField view={view} name="risk" label={say.why} hint={say.whyHint} rows={2} />
      <p class="actions">
        <button type="submit">{say.mark}</button>
      </p>
    </form>
  );
}

function Marked({ desk, view }: SectionProps) {
  const { publication } = desk;
  const { risk: say } = deskWordingFor(publication.locale);
  const { mark } = view.risk;
  if (mark === null) return null;
  return (
    <>
      <p>
        <b>{say.marked}</b> <bdi>{mark.by ?? say.terminal}</bdi>, <Time at={mark.at} style={publication} />
      </p>
      <blockquote class="said">
        <p>
          <bdi>{mark.reason}</bdi>
        </p>
      </blockquote>
      <Readings desk={desk} view={view} />
      <ReadForm desk={desk} view={view} />
      <OverrideForm desk={desk} view={view} />
      <OffForm desk={desk} view={view} />
    </>
  );
}

function Readings({ desk: { publication }, view }: SectionProps) {
  const { risk: say } = deskWordingFor(publication.locale);
  const { readings, overrides } = view.risk;
  return (
    <>
      {!readings.some(({ current }) => current) && <p>{say.nobody}</p>}
      <ul>
        {readings.map(({ at, by, current }) => (
          <li>
            <bdi>{by}</bdi> {say.read} ({current ? say.thisVersion : say.earlier}),{' '}
            <Time at={at} style={publication} />
          </li>
        ))}
        {overrides.map(({ at, by, reason }) => (
          <li>
            <bdi>{by ?? say.terminal}</bdi> {say.passed}, <Time at={at} style={publication} />:{' '}
            <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

function ReadForm({ desk, view }: SectionProps) {
  const { risk: say } = deskWordingFor(desk.publication.locale);
  const { article, stage, risk } = view;
  if (!mayOn(desk.staff.role, 'article.second-read', stage)) return null;
  if (risk.own) return <p>{say.own}</p>;
  return (
    <form method="post" action={`/desk/articles/${article.id}/risk/read/`}>
      <input type="hidden" name="words" value={risk.words} />
      <p class="actions">
        <a class="button" href={`/desk/articles/${article.id}/`}>
          {say.open}
        </a>
        <button class="main" type="submit">
          {say.readIt}
        </button>
      </p>
    </form>
  );
}

function OverrideForm({ desk, view }: SectionProps) {
  const { risk: say } = deskWordingFor(desk.publication.locale);
  const { article, stage, risk } = view;
  const settled =
    stage === 'published'
      ? risk.overrides.some(({ pending }) => pending)
      : [...risk.readings, ...risk.overrides].some(({ current }) => current);
  if (settled || !mayOn(desk.staff.role, 'article.override-reader', stage)) return null;
  const label = stage === 'published' ? say.overrideNext : say.override;
  return (
    <form method="post" action={`/desk/articles/${article.id}/risk/override/`}>
      <input type="hidden" name="words" value={risk.words} />
      <PublishingField view={view} name="override" label={label} hint={say.overrideHint} rows={2} />
      <p class="actions">
        <button class="cut" type="submit">
          {say.pass}
        </button>
      </p>
    </form>
  );
}

function OffForm({ desk, view }: SectionProps) {
  const { risk: say } = deskWordingFor(desk.publication.locale);
  const { article, stage, risk } = view;
  if (!mayOn(desk.staff.role, 'article.unmark-risk', stage)) return null;
  if (risk.own) return <p class="quiet">{say.offOwn}</p>;
  return (
    <form method="post" action={`/desk/articles/${article.id}/risk/off/`}>
      <PublishingField view={view} name="risk-off" label={say.off} rows={2} />
      <p class="actions">
        <button type="submit">{say.takeOff}</button>
      </p>
    </form>
  );
}
