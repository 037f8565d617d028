import { caughtOf, sharesOf } from '../../comments/filters/trials/tally.ts';
import { countTicks } from '../../lib/chart-scale.ts';
import { dayText } from '../../lib/dates.ts';
import { Chart } from '../../web/ui/chart.tsx';
import { scripts } from '../../web/ui/scripts.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { filtersPath, type TrialView, trialPath } from './filters-view.ts';
import { TrialExamples } from './trial-examples.tsx';

type PageProps = { desk: DeskView; view: TrialView };

/** What a rule would have held: while it is counted, how far it is; then a chart, the shares, and examples. */
export function TrialPage({ desk, view }: PageProps) {
  const { filters: say } = deskWordingFor(desk.publication.locale);
  const { trial } = view;
  const title = say.trial(say.rules[trial.reason]);
  return (
    <DeskPage
      desk={desk}
      title={title}
      section="settings"
      scripts={trial.doneAt === null ? [scripts.trial] : []}
    >
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{title}</h1>
        </div>
        <Tried view={view} locale={desk.publication.locale} />
        {trial.doneAt === null ? <Running desk={desk} view={view} /> : <Result desk={desk} view={view} />}
        <Decide desk={desk} view={view} />
      </main>
    </DeskPage>
  );
}

function Tried({ view: { trial }, locale }: { view: TrialView; locale: string }) {
  const { filters: say } = deskWordingFor(locale);
  if (trial.value === '') return <p>{say.emptyList}</p>;
  return (
    <details>
      <summary>{say.tried}</summary>
      <pre class="words">{trial.value}</pre>
    </details>
  );
}

/** `progress` is told by the line beside it; the script loads the page anew when it is over. */
function Running({ desk, view: { trial } }: PageProps) {
  const { filters: say } = deskWordingFor(desk.publication.locale);
  const { looked } = trial.tally;
  return (
    <div data-trial={trialPath(trial.id)}>
      <p role="status">{say.progress(looked, trial.total)}</p>
      <p>
        <progress max={Math.max(1, trial.total)} value={looked} aria-label={say.looking} />
      </p>
      <p class="links">
        <a href={trialPath(trial.id)}>{say.look}</a>
      </p>
    </div>
  );
}

function Result({ desk, view }: PageProps) {
  const { publication } = desk;
  const { filters: say, homeCharts, count } = deskWordingFor(publication.locale);
  const { tally } = view.trial;
  const caught = caughtOf(tally);
  const days = view.days.map((day) => ({
    day,
    name: dayText(day, publication),
    values: [...(tally.days[day] ?? [0, 0])],
  }));
  const most = Math.max(...days.map(({ values }) => values[0] ?? 0));
  return (
    <>
      <p class={caught * 2 > tally.looked ? 'waitbox' : 'prose'}>
        <b>{say.result(caught, tally.looked)}</b> {say.warning(caught, tally.looked)}
      </p>
      {view.trial.reason === 'learned' && <p class="prose">{say.learnedTrial}</p>}
      <Shares desk={desk} view={view} />
      <div class="plots">
        <Chart
          id="chart-trial"
          kind="bars"
          title={say.chart}
          summary={say.result(caught, tally.looked)}
          series={[say.came, say.held]}
          days={days}
          ticks={countTicks(most)}
          say={count}
          words={{ day: homeCharts.day, table: homeCharts.table, none: homeCharts.none }}
        />
      </div>
      <TrialExamples desk={desk} responses={view.examples} caught={caught} />
    </>
  );
}

function Shares({ desk, view: { trial } }: PageProps) {
  const { filters: say } = deskWordingFor(desk.publication.locale);
  const { all, caught } = trial.tally;
  const { precision, recall } = sharesOf(trial.tally);
  return (
    <ul class="prose">
      <li>{say.decided(caught)}</li>
      <li>{precision === null ? say.noPrecision : say.precision(precision)}</li>
      <li>{recall === null ? say.noRecall : say.recall(recall, all.removed)}</li>
    </ul>
  );
}

function Decide({ desk, view: { trial, seen, isStored } }: PageProps) {
  const { filters: say } = deskWordingFor(desk.publication.locale);
  return (
    <>
      {isStored ? (
        <p>{say.isStored}</p>
      ) : (
        <form method="post" action={filtersPath}>
          <input type="hidden" name="rule" value={trial.reason} />
          <input type="hidden" name="seen" value={seen} />
          <input type="hidden" name="value" value={trial.value} />
          <p class="actions">
            <button class="main" type="submit" name="do" value="save">
              {say.saveTried}
            </button>
          </p>
        </form>
      )}
      <p class="links">
        <a href={`${filtersPath}?from=${trial.id}`}>{say.change}</a>
      </p>
    </>
  );
}
